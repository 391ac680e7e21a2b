package io.cloudpulse.transforms.bigquery;

import com.google.api.core.ApiFuture;
import com.google.cloud.bigquery.storage.v1.AppendRowsResponse;
import com.google.cloud.bigquery.storage.v1.Exceptions;
import com.google.cloud.bigquery.storage.v1.Exceptions.AppendSerializtionError;
import com.google.cloud.bigquery.storage.v1.ProtoRows;
import com.google.cloud.bigquery.storage.v1.ProtoSchema;
import com.google.cloud.bigquery.storage.v1.StreamWriter;
import com.google.protobuf.DescriptorProtos.DescriptorProto;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One worker's way to a table, by Google's own library. Opened when first needed, and again after
 * each failure: a writer that failed for good takes no more rows. A request that meets a bad moment
 * is sent again, with growing pauses, for as long as the patience lasts.
 */
final class AppendSession implements AutoCloseable {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  private final Place place;
  private final ProtoSchema schema;
  private final Duration patience;
  private final RetryPolicy<Map<Integer, String>> policy;
  private StreamWriter writer;
  private long offset;

  /** What the stream is that rows are appended to. */
  enum Kind {
    /** The table's own, which takes changes; a row may be there twice. */
    CHANGES,
    /** One of this session's own: each row has its offset, so none is there twice. */
    COUNTED
  }

  /** Where rows are appended. */
  record Place(BigQueryAddress address, BigQueryTable table, Kind kind) {}

  AppendSession(Place place, DescriptorProto row, Duration patience) {
    this.place = place;
    this.schema = ProtoSchema.newBuilder().setProtoDescriptor(row).build();
    this.patience = patience;
    this.policy =
        RetryPolicy.<Map<Integer, String>>builder()
            .handleIf(failure -> blame(failure) == Blame.MOMENT)
            .withBackoff(FIRST_PAUSE, LONGEST_PAUSE)
            .withJitter(0.25)
            .withMaxRetries(-1)
            .withMaxDuration(patience)
            .build();
  }

  /**
   * Appends rows: all of them, or none if some are bad.
   *
   * @return what was said about the bad ones, by their places; empty if all are stored
   * @throws AppendFailure if the moment or the set-up is to blame, and the patience is at its end
   */
  Map<Integer, String> append(ProtoRows rows) throws IOException {
    try {
      return Failsafe.with(policy).get(() -> attempt(rows));
    } catch (FailsafeException failure) {
      if (failure.getCause() instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      if (failure.getCause() instanceof AppendFailure said) {
        throw explained(said);
      }
      throw failure;
    }
  }

  private Map<Integer, String> attempt(ProtoRows rows) throws IOException, InterruptedException {
    try {
      AppendRowsResponse unused = send(rows).get(patience.toMillis(), TimeUnit.MILLISECONDS);
      offset += rows.getSerializedRowsCount();
      return Map.of();
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof Exceptions.OffsetAlreadyExists) {
        // They are there: the library sent them again, for the answer was lost.
        offset += rows.getSerializedRowsCount();
        return Map.of();
      }
      return badRows(failure.getCause());
    } catch (TimeoutException | RuntimeException failure) {
      return badRows(failure);
    }
  }

  private ApiFuture<AppendRowsResponse> send(ProtoRows rows) throws IOException {
    StreamWriter open = writer();
    return place.kind() == Kind.COUNTED ? open.append(rows, offset) : open.append(rows);
  }

  private Map<Integer, String> badRows(Throwable failure) throws AppendFailure {
    if (failure instanceof AppendSerializtionError bad
        && !bad.getRowIndexToErrorMessage().isEmpty()) {
      return bad.getRowIndexToErrorMessage();
    }
    close();
    throw new AppendFailure(Blame.of(failure), String.valueOf(failure.getMessage()), failure);
  }

  private StreamWriter writer() throws IOException {
    if (writer == null) {
      Clients clients = new Clients(place.address());
      offset = 0;
      writer =
          clients
              .writer(
                  place.kind() == Kind.COUNTED
                      ? clients.newStream(place.table())
                      : place.table().defaultStream())
              .setWriterSchema(schema)
              .setMaxRetryDuration(patience.dividedBy(2)) // it gives up before we do, and says why
              .build();
    }
    return writer;
  }

  private static Blame blame(Throwable failure) {
    return failure instanceof AppendFailure said ? said.blame() : Blame.SETUP;
  }

  private AppendFailure explained(AppendFailure failure) {
    boolean moment = failure.blame() == Blame.MOMENT;
    String what =
        moment
            ? "did not take a batch for " + patience.toSeconds() + " s"
            : "refused the request, not a record";
    String remedy =
        moment
            ? "See that the table is there, the service reachable and its quotas not used up"
            : "Mend what it says is wrong";
    return new AppendFailure(
        failure.blame(),
        "BigQuery table %s %s (%s). Nothing is lost. %s, and run again."
            .formatted(place.table(), what, failure.getMessage(), remedy),
        failure);
  }

  @Override
  public void close() {
    StreamWriter closing = writer;
    writer = null;
    if (closing != null) {
      closing.close();
    }
  }
}
