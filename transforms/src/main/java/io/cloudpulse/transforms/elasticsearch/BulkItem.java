package io.cloudpulse.transforms.elasticsearch;

/**
 * What Elasticsearch says of one operation.
 *
 * @param status as of an HTTP response
 * @param type of the error, in Elasticsearch's words; empty for none
 * @param reason what it says about it
 */
record BulkItem(int status, String type, String reason) {
  private static final int CONFLICT = 409;

  static BulkItem of(int status) {
    return new BulkItem(status, "", "");
  }

  /** True if the document has this version or a newer one. */
  boolean isSuperseded() {
    return status == CONFLICT;
  }

  Blame blame() {
    return Blame.of(status, type, reason);
  }

  @Override
  public String toString() {
    return status + (type.isEmpty() ? "" : " " + type) + (reason.isEmpty() ? "" : ": " + reason);
  }
}
