package io.cloudpulse.transforms.elasticsearch;

import io.cloudpulse.bench.Stage;
import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.transforms.VersionedRecord;
import io.cloudpulse.transforms.postgres.PostgresAddress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.http.entity.ContentType;
import org.apache.http.nio.entity.NByteArrayEntity;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.Response;
import org.elasticsearch.client.ResponseException;
import org.elasticsearch.client.RestClient;

/** The stages of indexing, beside a client that sends bytes made before. In one thread. */
public final class IndexStages {
  private final Dataset dataset;
  private final ElasticsearchAddress cluster;
  private final PostgresAddress ledger;
  private final List<List<VersionedRecord>> batches;
  private int run;

  public IndexStages(
      Dataset dataset,
      ElasticsearchAddress cluster,
      PostgresAddress ledger,
      List<List<VersionedRecord>> batches) {
    this.dataset = dataset;
    this.cluster = cluster;
    this.ledger = ledger;
    this.batches = batches;
  }

  /** Makes the bytes and sends them nowhere. */
  public long encode() throws IOException {
    long bytes = 0;
    for (List<VersionedRecord> batch : batches) {
      bytes += encoded(batch).length;
    }
    return bytes == 0 ? 0 : rows();
  }

  /** Only sends bytes that were made before, into an empty index each time. */
  public Stage bare() throws IOException {
    List<byte[]> requests = new ArrayList<>();
    for (List<VersionedRecord> batch : batches) {
      requests.add(encoded(batch));
    }
    return fresh(
        () -> {
          try (RestClient client = cluster.open()) {
            for (byte[] lines : requests) {
              Request request =
                  new Request("POST", "/" + IndexNames.of(dataset).index() + "/_bulk");
              request.setEntity(
                  new NByteArrayEntity(lines, ContentType.create("application/x-ndjson")));
              Response unused = client.performRequest(request);
            }
          }
          return rows();
        });
  }

  /** As the sink does it, into an empty index each time. */
  public Stage sink() {
    return fresh(
        () -> {
          try (DocumentWriter writer =
              new DocumentWriter(ElasticsearchSink.of(dataset, cluster, ledger, "bench" + run))) {
            writer.begin();
            for (List<VersionedRecord> batch : batches) {
              writer.write(
                  batch,
                  refused -> {
                    throw new AssertionError(refused.getMessage());
                  });
            }
          }
          return rows();
        });
  }

  private Stage fresh(Stage stage) {
    return () -> {
      run++;
      try (RestClient client = cluster.open()) {
        Response unused =
            client.performRequest(new Request("DELETE", "/" + IndexNames.of(dataset).index()));
      } catch (ResponseException notThere) {
        assert notThere.getResponse().getStatusLine().getStatusCode() == 404;
      }
      ElasticsearchSink.of(dataset, cluster, ledger, "bench" + run).prepare();
      return stage.run();
    };
  }

  private byte[] encoded(List<VersionedRecord> batch) throws IOException {
    DocumentIds ids = DocumentIds.of(dataset);
    DocumentBody body = DocumentBody.of(dataset);
    Bulk bulk = new Bulk();
    bulk.clear();
    for (VersionedRecord row : batch) {
      bulk.index(ids.of(row.values()), row.version(), json -> body.write(row.values(), json));
    }
    int[] all = IntStream.range(0, bulk.size()).toArray();
    return bulk.entity(all).getContent().readAllBytes();
  }

  private long rows() {
    return batches.stream().mapToLong(List::size).sum();
  }
}
