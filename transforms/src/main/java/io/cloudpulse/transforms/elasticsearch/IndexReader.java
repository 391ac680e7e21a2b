package io.cloudpulse.transforms.elasticsearch;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.transforms.KeyValues;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.Response;

/**
 * Reads a dataset's index, as it is when reading begins, knowing nothing of how documents were
 * written but how they are named. One caller at a time.
 */
public final class IndexReader implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int ROWS_AT_A_TIME = 2_000;
  private static final String KEPT = "2m";
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final String index;
  private final Dataset dataset;
  private final DocumentReader documents;
  private final ElasticsearchSession session;

  /** Opens no connection yet. */
  public IndexReader(Dataset dataset, ElasticsearchAddress cluster) {
    this.index = IndexNames.of(dataset).index();
    this.dataset = dataset;
    this.documents = new DocumentReader(dataset);
    this.session = new ElasticsearchSession(cluster, PATIENCE);
  }

  /** Takes each row that is found. */
  @FunctionalInterface
  public interface Rows {
    /**
     * Takes one row.
     *
     * @param values the dataset's fields in order, then the key's own columns, each as its type's
     *     carrier or null; what no carrier can hold comes as the text of its JSON
     * @param version of the document
     */
    void take(Object[] values, long version);
  }

  /**
   * Hands over each row, in no order; holds only some of them at a time.
   *
   * @throws IOException if there is no such index, or it cannot be read to its end
   */
  public void read(Rows rows) throws IOException {
    refresh();
    Request first = new Request("POST", "/" + index + "/_search");
    first.addParameter("scroll", KEPT);
    first.setJsonEntity(
        "{\"size\":%d,\"version\":true,\"sort\":[\"_doc\"]}".formatted(ROWS_AT_A_TIME));
    DocumentReader.Page page = read(first, rows);
    while (page.any()) {
      page = read(next(page.scroll()), rows);
    }
    forget(page.scroll());
  }

  /**
   * Hands over the row whose key columns have these texts, if it is there.
   *
   * @throws IOException if there is no such index, or it does not answer
   */
  public void readKey(List<String> key, Rows rows) throws IOException {
    Request request = new Request("POST", "/" + index + "/_search");
    ObjectNode body = JSON.createObjectNode().put("version", true);
    body.putObject("query")
        .putObject("ids")
        .putArray("values")
        .add(DocumentIds.of(dataset).of(KeyValues.row(dataset, key)));
    request.setJsonEntity(body.toString());
    DocumentReader.Page unused = read(request, rows);
  }

  /** What was written just now can be searched only after this. */
  private void refresh() throws IOException {
    session.patiently(
        () -> {
          Response unused = session.send(new Request("POST", "/" + index + "/_refresh"));
        });
  }

  private static Request next(String scroll) {
    Request request = new Request("POST", "/_search/scroll");
    request.setJsonEntity(
        JSON.createObjectNode().put("scroll", KEPT).put("scroll_id", scroll).toString());
    return request;
  }

  private DocumentReader.Page read(Request request, Rows rows) throws IOException {
    Response response = session.send(request);
    try (InputStream body = response.getEntity().getContent()) {
      return documents.readPage(body.readAllBytes(), rows);
    }
  }

  private void forget(String scroll) throws IOException {
    Request request = new Request("DELETE", "/_search/scroll");
    request.setJsonEntity(JSON.createObjectNode().put("scroll_id", scroll).toString());
    try {
      Response unused = session.send(request);
    } catch (ElasticsearchFailure notThere) {
      // It ends by itself when it is not asked for; every row was read.
    }
  }

  @Override
  public void close() {
    session.close();
  }
}
