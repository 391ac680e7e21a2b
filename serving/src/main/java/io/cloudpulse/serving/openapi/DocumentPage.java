package io.cloudpulse.serving.openapi;

import io.cloudpulse.serving.http.Answer;
import io.cloudpulse.serving.http.Kinds;
import io.cloudpulse.serving.http.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** The document, and a page to read it and to try what it says: Swagger UI's, from its jar. */
public final class DocumentPage {
  private static final String AREA = "server";
  private static final String HTML = "text/html; charset=utf-8";
  private static final String SCRIPT = "text/javascript; charset=utf-8";
  private static final String OURS = "/try-it/";
  private static final String JAR = "/META-INF/maven/org.webjars/swagger-ui/pom.properties";
  private static final Map<String, String> THEIRS =
      Map.of(
          "swagger-ui-bundle.js", SCRIPT,
          "swagger-ui.css", "text/css; charset=utf-8",
          "favicon-32x32.png", "image/png");

  private DocumentPage() {}

  /** What makes up the page; none of it tells of the data. */
  public static List<Route> of(String document) {
    List<Route> routes = new ArrayList<>();
    routes.add(page("/api/openapi.json", Answer.json(document)));
    routes.add(page("/api/docs", Answer.of(HTML, bytes(OURS + "index.html"))));
    routes.add(page("/api/docs/try-it.js", Answer.of(SCRIPT, bytes(OURS + "try-it.js"))));
    String folder = "/META-INF/resources/webjars/swagger-ui/" + version() + "/";
    THEIRS.forEach(
        (name, type) ->
            routes.add(page("/api/docs/" + name, Answer.of(type, bytes(folder + name)))));
    return routes;
  }

  private static Route page(String path, Answer answer) {
    return Route.get(AREA, path, path).answers(Kinds.schema("object"), asked -> answer).open();
  }

  private static String version() {
    try (InputStream file = DocumentPage.class.getResourceAsStream(JAR)) {
      Properties properties = new Properties();
      properties.load(file);
      return properties.getProperty("version");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static byte[] bytes(String name) {
    try (InputStream file = DocumentPage.class.getResourceAsStream(name)) {
      return file.readAllBytes();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
