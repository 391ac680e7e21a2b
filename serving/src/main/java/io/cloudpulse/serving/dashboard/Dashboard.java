package io.cloudpulse.serving.dashboard;

import io.cloudpulse.serving.http.Answer;
import io.cloudpulse.serving.http.Kinds;
import io.cloudpulse.serving.http.Role;
import io.cloudpulse.serving.http.Route;
import io.cloudpulse.serving.store.Database;
import io.javalin.config.JavalinConfig;
import io.javalin.http.staticfiles.Location;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;

/**
 * The page at {@code /}, its files below {@code /dashboard/}, and {@code /api/live}. The files come
 * from the class path and tell nothing of the data, so anyone may have them.
 */
public final class Dashboard {
  private static final String FILES = "/dashboard";

  private Dashboard() {}

  /** The page itself. */
  public static Route page() {
    Answer page = Answer.of("text/html; charset=utf-8", html());
    return Route.get("page", "/", "The dashboard")
        .answers(Kinds.schema("object"), asked -> page)
        .open();
  }

  /** Adds its files and its live events to a server, with which they end. */
  public static void add(JavalinConfig server, Database database) {
    server.staticFiles.add(
        files -> {
          files.hostedPath = FILES;
          files.directory = FILES;
          files.location = Location.CLASSPATH;
          files.headers = Map.of("Cache-Control", "no-cache");
          files.roles = Set.of(Role.ANYONE);
        });
    LiveFeed feed = LiveFeed.of(new LiveQuestion(database)::ask);
    server.routes.get("/api/live", new LiveHandler(feed), Role.READER);
    server.events.serverStopping(feed::close);
  }

  private static byte[] html() {
    try (InputStream file = Dashboard.class.getResourceAsStream(FILES + "/index.html")) {
      return file.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
