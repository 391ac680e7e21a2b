package io.cloudpulse.tests.kit.bigquery;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.cloud.bigquery.storage.v1.AvroRows;
import com.google.cloud.bigquery.storage.v1.AvroSchema;
import com.google.cloud.bigquery.storage.v1.BigQueryReadGrpc;
import com.google.cloud.bigquery.storage.v1.CreateReadSessionRequest;
import com.google.cloud.bigquery.storage.v1.ReadRowsRequest;
import com.google.cloud.bigquery.storage.v1.ReadRowsResponse;
import com.google.cloud.bigquery.storage.v1.ReadSession;
import com.google.cloud.bigquery.storage.v1.ReadStream;
import com.google.protobuf.ByteString;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * BigQuery's Storage Read API before an emulator whose sessions have one stream, which begins at
 * its first row always, and no null in it. The emulator's rows as they are when a session is made,
 * in several streams that are answered in blocks and from any offset, as
 * https://cloud.google.com/bigquery/docs/reference/storage describes it.
 */
final class StandInRead extends BigQueryReadGrpc.BigQueryReadImplBase {
  private static final int STREAMS = 3;
  private static final int ROWS_A_BLOCK = 40;

  private final Rest emulator;
  private final Troubles troubles;
  private final AtomicInteger sessions = new AtomicInteger();
  private final Map<String, List<ByteString>> streams = new ConcurrentHashMap<>();

  StandInRead(Rest emulator, Troubles troubles) {
    this.emulator = emulator;
    this.troubles = troubles;
  }

  @Override
  public void createReadSession(
      CreateReadSessionRequest request, StreamObserver<ReadSession> answers) {
    String table = request.getReadSession().getTable();
    try {
      String[] names = table.split("/");
      JsonNode fields =
          emulator.answer("GET", table.replaceFirst("^projects/", ""), null).at("/schema/fields");
      AvroTable avro = AvroTable.of(fields);
      JsonNode rows =
          emulator.query(
              names[1], "select * from `%s.%s.%s`".formatted(names[1], names[3], names[5]));
      ReadSession.Builder session =
          ReadSession.newBuilder()
              .setName(request.getParent() + "/sessions/" + sessions.incrementAndGet())
              .setTable(table)
              .setAvroSchema(AvroSchema.newBuilder().setSchema(avro.schema().toString()));
      answers.onNext(shared(session, avro.rows(rows)));
      forget(names);
      answers.onCompleted();
    } catch (AssertionError missing) {
      answers.onError(Status.NOT_FOUND.withDescription("Not found: " + table).asRuntimeException());
    }
  }

  /** The emulator keeps each query's answer, in a dataset of its own, and grows slow with them. */
  private void forget(String[] names) {
    if (names[3].equals(names[5])) {
      int unused =
          emulator
              .send(
                  "DELETE",
                  "/bigquery/v2/projects/%s/datasets/%s?deleteContents=true"
                      .formatted(names[1], names[3]),
                  new byte[0])
              .statusCode();
    }
  }

  /** An empty table has no streams. */
  private ReadSession shared(ReadSession.Builder session, List<ByteString> rows) {
    int size = (rows.size() + STREAMS - 1) / STREAMS;
    for (int from = 0; from < rows.size(); from += size) {
      String name = session.getName() + "/streams/" + from;
      streams.put(name, List.copyOf(rows.subList(from, Math.min(from + size, rows.size()))));
      session.addStreams(ReadStream.newBuilder().setName(name));
    }
    return session.build();
  }

  @Override
  public void readRows(ReadRowsRequest request, StreamObserver<ReadRowsResponse> answers) {
    List<ByteString> rows = streams.get(request.getReadStream());
    try {
      for (int from = (int) request.getOffset(); from < rows.size(); from += ROWS_A_BLOCK) {
        answers.onNext(block(rows.subList(from, Math.min(from + ROWS_A_BLOCK, rows.size()))));
        troubles.afterBlock();
      }
      answers.onCompleted();
    } catch (StatusRuntimeException lost) {
      answers.onError(lost);
    }
  }

  private static ReadRowsResponse block(List<ByteString> rows) {
    return ReadRowsResponse.newBuilder()
        .setRowCount(rows.size())
        .setAvroRows(AvroRows.newBuilder().setSerializedBinaryRows(ByteString.copyFrom(rows)))
        .build();
  }
}
