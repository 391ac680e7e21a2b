package io.cloudpulse.transforms.bigquery;

import java.io.IOException;

/** Rows that BigQuery did not take, though none of them is to blame. */
final class AppendFailure extends IOException {
  private static final long serialVersionUID = 1;

  private final Blame blame;

  AppendFailure(Blame blame, String message, Throwable cause) {
    super(message, cause);
    this.blame = blame;
  }

  Blame blame() {
    return blame;
  }
}
