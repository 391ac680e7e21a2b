package io.cloudpulse.tests.kit.bigquery;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;

/** The emulator's REST API; before what reads, changes are brought into the tables. */
final class StandInRest implements AutoCloseable {
  private static final int SERVER_ERROR = 500;
  private static final String PROJECTS = "/bigquery/v2/projects/";

  private final Rest emulator;
  private final StandInWrite changes;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  StandInRest(Rest emulator, StandInWrite changes) throws IOException {
    this.emulator = emulator;
    this.changes = changes;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try {
      HttpResponse<byte[]> answer = answer(exchange);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      boolean empty = answer.body().length == 0;
      exchange.sendResponseHeaders(answer.statusCode(), empty ? -1 : answer.body().length);
      if (!empty) {
        exchange.getResponseBody().write(answer.body());
      }
    } catch (AssertionError notTaken) {
      byte[] why = String.valueOf(notTaken.getMessage()).getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(SERVER_ERROR, why.length);
      exchange.getResponseBody().write(why);
    } finally {
      exchange.close();
    }
  }

  private HttpResponse<byte[]> answer(HttpExchange exchange) throws IOException {
    String method = method(exchange);
    String path = exchange.getRequestURI().toString();
    byte[] body = body(exchange);
    if (reads(path)) {
      changes.merge();
    }
    String resource = path.replace(PROJECTS, "").replaceFirst("\\?.*", "");
    if (method.equals("PATCH")) {
      changes.alter(resource, Rest.JSON.readTree(body));
    }
    HttpResponse<byte[]> answer =
        emulator.send(method.equals("PATCH") ? "GET" : method, path, body);
    if (method.equals("DELETE")) {
      changes.forget(resource);
    }
    return answer;
  }

  /** Java's own client knows no {@code PATCH}: Google's says in a header that it means one. */
  private static String method(HttpExchange exchange) {
    String meant = exchange.getRequestHeaders().getFirst("X-HTTP-Method-Override");
    return meant == null ? exchange.getRequestMethod() : meant;
  }

  /** Google's client compresses what it sends. */
  private static byte[] body(HttpExchange exchange) throws IOException {
    boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
    try (InputStream sent = exchange.getRequestBody();
        InputStream plain = zipped ? new GZIPInputStream(sent) : sent) {
      return plain.readAllBytes();
    }
  }

  private static boolean reads(String path) {
    return path.contains("/queries") || path.contains("/jobs") || path.contains("/data");
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
