package io.cloudpulse.transforms.bigquery;

import com.google.cloud.bigquery.storage.v1.Exceptions;
import com.google.common.base.Throwables;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/**
 * Tells a bad moment from a bad set-up, by the code of gRPC. A bad record is neither: those come
 * one by one in a list. See https://cloud.google.com/bigquery/docs/write-api-best-practices
 */
enum Blame {
  /** The same again, a little later, may pass. */
  MOMENT,
  /** Somebody has to mend something first. A retry costs time, a wrong dead letter costs data. */
  SETUP;

  /** A table that was just made, or changed, may not be known everywhere yet: not found, too. */
  private static final Set<Status.Code> OF_A_MOMENT =
      Set.of(
          Status.Code.ABORTED,
          Status.Code.CANCELLED,
          Status.Code.DEADLINE_EXCEEDED,
          Status.Code.INTERNAL,
          Status.Code.NOT_FOUND,
          Status.Code.RESOURCE_EXHAUSTED,
          Status.Code.UNAVAILABLE,
          Status.Code.UNKNOWN);

  static Blame of(Throwable failure) {
    boolean again =
        failure instanceof TimeoutException
            || failure instanceof Exceptions.StreamWriterClosedException
            || failure instanceof Exceptions.SchemaMismatchedException
            || Throwables.getCausalChain(failure).stream().anyMatch(Blame::isOfAMoment);
    return again ? MOMENT : SETUP;
  }

  private static boolean isOfAMoment(Throwable failure) {
    return failure instanceof StatusRuntimeException said
        && OF_A_MOMENT.contains(said.getStatus().getCode());
  }
}
