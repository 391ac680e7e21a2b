package io.cloudpulse.tests.dataflow;

import com.google.protobuf.ByteString;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * What a stand-in is asked.
 *
 * @param server its own address
 * @param path as it was sent, not decoded
 */
record Call(HttpExchange exchange, String server, String path, ByteString body) {
  static Call of(HttpExchange exchange, String server) throws IOException {
    InputStream body = exchange.getRequestBody();
    boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
    try (InputStream plain = zipped ? new GZIPInputStream(body) : body) {
      return new Call(
          exchange, server, exchange.getRequestURI().getRawPath(), ByteString.readFrom(plain));
    }
  }

  String method() {
    return exchange.getRequestMethod();
  }

  String header(String name) {
    String value = exchange.getRequestHeaders().getFirst(name);
    return value == null ? "" : value;
  }

  Map<String, String> query() {
    Map<String, String> values = new HashMap<>();
    String query = exchange.getRequestURI().getRawQuery();
    if (query != null) {
      for (String part : query.split("&")) {
        String[] sides = part.split("=", 2);
        values.put(sides[0], sides.length > 1 ? decoded(sides[1]) : "");
      }
    }
    return values;
  }

  static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
