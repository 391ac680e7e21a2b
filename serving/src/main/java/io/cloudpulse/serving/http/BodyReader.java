package io.cloudpulse.serving.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;

/**
 * Takes what a request brings along, if it may bring it.
 *
 * @param mostBytes a longer one is refused, and not read to its end
 */
record BodyReader(int mostBytes) {
  byte[] read(Context request) {
    String type = request.contentType();
    if (type == null || !isJson(type)) {
      throw Problem.of(
          415,
          "The body is of a type that is not taken",
          "It says Content-Type: %s, but must say application/json".formatted(type));
    }
    if (request.req().getContentLengthLong() > mostBytes) {
      throw tooLarge();
    }
    try (InputStream body = request.bodyInputStream()) {
      byte[] bytes = body.readNBytes(mostBytes + 1);
      if (bytes.length > mostBytes) {
        throw tooLarge();
      }
      return bytes;
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
  }

  /** JSON is UTF-8: RFC 8259, 8.1. */
  private static boolean isJson(String type) {
    String said = type.toLowerCase(Locale.ROOT).replaceAll("[\\s\"]", "");
    return said.equals("application/json") || said.equals("application/json;charset=utf-8");
  }

  private Problem tooLarge() {
    return Problem.of(
            413, "The body is too large", "It may have %,d bytes at most.".formatted(mostBytes))
        .header("Connection", "close");
  }
}
