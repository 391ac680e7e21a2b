package io.cloudpulse.serving.http;

import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** Headers that every answer has: its request's name, and what a browser may do with it. */
final class SafeHeaders {
  static final String REQUEST_ID = "X-Request-Id";
  private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  /** Our pages hold no script and no style in their text, and nobody frames them. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none';"
          + " form-action 'none'; frame-ancestors 'none'";

  static final Map<String, String> ALL =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          "Referrer-Policy", "no-referrer",
          "Content-Security-Policy", POLICY);

  private SafeHeaders() {}

  /** The name that the request came with, if it can stand in a log; else a new one. */
  static String requestId(String given) {
    return given != null && WELL_FORMED.matcher(given).matches()
        ? given
        : UUID.randomUUID().toString();
  }
}
