package io.cloudpulse.serving.access;

import io.javalin.config.JavalinConfig;
import java.util.List;

/** Pages of other origins that may ask in a browser; usually none. */
public final class Origins {
  private Origins() {}

  /**
   * Lets them ask.
   *
   * @param origins each as a browser sends it, such as https://dashboard.example
   */
  public static void let(List<String> origins, JavalinConfig server) {
    if (origins.isEmpty()) {
      return;
    }
    server.bundledPlugins.enableCors(
        cors ->
            cors.addRule(
                rule -> {
                  origins.forEach(rule::allowHost);
                  List.of("ETag", "Location", "Retry-After", "X-Request-Id")
                      .forEach(rule::exposeHeader);
                }));
  }
}
