package io.cloudpulse.tests.kit.bigquery;

import com.fasterxml.jackson.databind.JsonNode;
import io.grpc.Grpc;
import io.grpc.InsecureServerCredentials;
import io.grpc.Server;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A BigQuery of the tests' own: the emulator, and what it lacks before it. */
public final class BigQuery implements AutoCloseable {
  private static final int MOST_BYTES = 20 << 20;

  private final Path program;
  private Emulator emulator;
  private final Troubles troubles = new Troubles();
  private final StandInWrite changes;
  private final StandInRest rest;
  private final Server grpc;

  private BigQuery(Path program) throws IOException {
    this.program = program;
    this.emulator = Emulator.start(program);
    Rest behind = new Rest(emulator.rest());
    this.changes = new StandInWrite(behind, troubles);
    StandInRead reads = new StandInRead(behind, troubles);
    this.rest = new StandInRest(behind, changes);
    this.grpc =
        Grpc.newServerBuilderForPort(0, InsecureServerCredentials.create())
            .maxInboundMessageSize(MOST_BYTES)
            .addService(changes)
            .addService(reads)
            .build()
            .start();
  }

  static BigQuery start(Path program) throws IOException {
    return new BigQuery(program);
  }

  /**
   * Empties it by putting another emulator in the place of this one, which keeps each query's
   * answer and after some hundreds of them takes up to four times as long.
   */
  public void beginAnew() throws IOException {
    changes.forget();
    emulator = emulator.replaced(program);
  }

  /** As {@code --sink} takes it: a dataset of that name. */
  public String address(String dataset) {
    return "bigquery://%s/%s?rest=%s&grpc=http://127.0.0.1:%d"
        .formatted(Emulator.PROJECT, dataset, rest.url(), grpc.getPort());
  }

  /** The emulator itself, which appends rows and changes none. */
  public String emulatorAddress(String dataset) {
    return "bigquery://%s/%s?rest=%s&grpc=%s"
        .formatted(Emulator.PROJECT, dataset, emulator.rest(), emulator.grpc());
  }

  public Troubles troubles() {
    return troubles;
  }

  /** Runs a statement; gives each row's values with {@code |} between them. */
  public List<String> query(String sql) {
    List<String> rows = new ArrayList<>();
    for (JsonNode row : new Rest(rest.url()).query(Emulator.PROJECT, sql)) {
      List<String> values = new ArrayList<>();
      row.path("f").forEach(value -> values.add(value.path("v").asText()));
      rows.add(String.join("|", values));
    }
    return rows;
  }

  /** Asks the REST API, below the project; the request must succeed. */
  public JsonNode answer(String method, String path, JsonNode body) {
    return new Rest(rest.url()).answer(method, Emulator.PROJECT + "/" + path, body);
  }

  /** Removes a dataset and its tables, if it is there. */
  public void drop(String dataset) {
    Rest all = new Rest(rest.url());
    String path = "/bigquery/v2/projects/" + Emulator.PROJECT + "/datasets/" + dataset;
    int unused = all.send("DELETE", path + "?deleteContents=true", new byte[0]).statusCode();
  }

  @Override
  public void close() throws IOException {
    grpc.shutdownNow();
    rest.close();
    emulator.close();
  }
}
