package io.cloudpulse.serving.http;

import java.nio.charset.StandardCharsets;

/**
 * What a request is answered with.
 *
 * @param contentType with its charset
 */
@SuppressWarnings("ArrayRecordComponent") // made once, sent once
public record Answer(String contentType, byte[] body) {
  /** JSON that is written already. */
  public static Answer json(String json) {
    return new Answer("application/json", json.getBytes(StandardCharsets.UTF_8));
  }

  /** Comma-separated values. */
  public static Answer csv(String csv) {
    return new Answer(
        "text/csv; charset=utf-8; header=present", csv.getBytes(StandardCharsets.UTF_8));
  }
}
