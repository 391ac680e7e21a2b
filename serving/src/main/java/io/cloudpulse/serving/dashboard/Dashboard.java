package io.cloudpulse.serving.dashboard;

import io.cloudpulse.serving.store.Database;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.staticfiles.Location;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The page at {@code /}, its files below {@code /dashboard/}, and {@code /api/live}. All of it comes
 * from the class path: nothing is asked of any other host, and the browser is told so.
 */
public final class Dashboard {
  private static final String FILES = "/dashboard";
  private static final String OWN_FILES_ALONE =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private Dashboard() {}

  /** Adds it to a server, with which it ends. */
  public static void add(JavalinConfig server, Database database) {
    String page = page();
    server.routes.get("/", request -> send(page, request));
    server.staticFiles.add(
        files -> {
          files.hostedPath = FILES;
          files.directory = FILES;
          files.location = Location.CLASSPATH;
          files.headers = Map.of("Cache-Control", "no-cache", "X-Content-Type-Options", "nosniff");
        });
    LiveFeed feed = LiveFeed.of(new LiveQuestion(database)::ask);
    server.routes.get("/api/live", new LiveHandler(feed));
    server.events.serverStopping(feed::close);
  }

  private static void send(String page, Context request) {
    request
        .header("Content-Security-Policy", OWN_FILES_ALONE)
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "no-referrer")
        .header("Cache-Control", "no-cache")
        .contentType("text/html; charset=utf-8")
        .result(page);
  }

  private static String page() {
    try (InputStream file = Dashboard.class.getResourceAsStream(FILES + "/index.html")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new java.io.UncheckedIOException(broken);
    }
  }
}
