package io.cloudpulse.transforms.elasticsearch;

import java.io.IOException;

/** A request that Elasticsearch did not answer as it should. */
final class ElasticsearchFailure extends IOException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final Blame blame;

  ElasticsearchFailure(int status, Blame blame, String message, Throwable cause) {
    super(message, cause);
    this.status = status;
    this.blame = blame;
  }

  static ElasticsearchFailure of(BulkItem item, Throwable cause) {
    return new ElasticsearchFailure(item.status(), item.blame(), item.toString(), cause);
  }

  /** Of the HTTP response; {@link Blame#NO_ANSWER} if there was none. */
  int status() {
    return status;
  }

  Blame blame() {
    return blame;
  }
}
