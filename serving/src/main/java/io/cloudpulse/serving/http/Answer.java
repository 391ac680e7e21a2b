package io.cloudpulse.serving.http;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * What a request is answered with.
 *
 * @param headers besides those that every answer has
 * @param contentType with its charset
 */
@SuppressWarnings("ArrayRecordComponent") // made once, sent once
public record Answer(int status, Map<String, String> headers, String contentType, byte[] body) {
  public Answer {
    headers = Map.copyOf(headers);
  }

  /** JSON that is written already. */
  public static Answer json(String json) {
    return of("application/json", json.getBytes(StandardCharsets.UTF_8));
  }

  /** Comma-separated values. */
  public static Answer csv(String csv) {
    return of("text/csv; charset=utf-8; header=present", csv.getBytes(StandardCharsets.UTF_8));
  }

  /** Any other that is well. */
  public static Answer of(String contentType, byte[] body) {
    return new Answer(200, Map.of(), contentType, body);
  }

  /** The same with another status, such as 202. */
  public Answer status(int other) {
    return new Answer(other, headers, contentType, body);
  }

  /** The same with one header more. */
  public Answer header(String name, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(name, value);
    return new Answer(status, more, contentType, body);
  }
}
