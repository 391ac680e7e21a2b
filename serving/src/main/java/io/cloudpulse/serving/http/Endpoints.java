package io.cloudpulse.serving.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Puts routes on a server: reads each request, answers it, and tells what is wrong with it. */
public final class Endpoints {
  private static final String REQUEST_ID = "X-Request-Id";
  private static final org.slf4j.Logger LOG = org.slf4j.LoggerFactory.getLogger(Endpoints.class);

  private Endpoints() {}

  /** Adds routes and what is answered to all other requests. */
  public static void add(JavalinConfig server, Iterable<Route> routes) {
    server.http.prefer405over404 = true;
    server.routes.before(request -> request.header(REQUEST_ID, UUID.randomUUID().toString()));
    routes.forEach(route -> add(server, route));
    server.routes.exception(Problem.class, (problem, request) -> tell(problem, request));
    server.routes.exception(Exception.class, Endpoints::fail);
    server.routes.error(404, request -> tellUnlessTold(request, "There is no such page"));
    server.routes.error(405, request -> tellUnlessTold(request, "This page takes no such method"));
  }

  private static void add(JavalinConfig server, Route route) {
    HandlerType method = HandlerType.findOrCreate(route.method().name());
    server.routes.addHttpHandler(method, route.path(), request -> answer(route, request));
  }

  private static Asked asked(Route route, Context request) {
    Map<String, List<String>> said = new HashMap<>(request.queryParamMap());
    request.pathParamMap().forEach((name, value) -> said.put(name, List.of(value)));
    return Asked.read(
        route.parameters(), said, route.body().map(body -> body.read(request.bodyAsBytes())));
  }

  private static void answer(Route route, Context request) {
    Answer answer = route.handler().apply(asked(route, request));
    request.status(answer.status());
    answer.headers().forEach(request::header);
    if (route.method() == Route.Method.GET) {
      sendUnlessThere(answer, request);
    } else {
      request.contentType(answer.contentType()).result(answer.body());
    }
  }

  private static void sendUnlessThere(Answer answer, Context request) {
    String tag = EntityTag.of(answer.body());
    request.header("ETag", tag).header("Cache-Control", "no-cache");
    if (EntityTag.matches(request.header("If-None-Match"), tag)) {
      request.status(304);
      return;
    }
    request.contentType(answer.contentType()).result(answer.body());
  }

  private static void tellUnlessTold(Context request, String title) {
    String type = request.res().getContentType();
    if (type == null || !type.startsWith(Problem.CONTENT_TYPE)) {
      tell(
          Problem.of(
              request.statusCode(), title, "/api/openapi.json names every page and its methods."),
          request);
    }
  }

  /** The reader is told the request's name, the log why. */
  private static void fail(Exception failure, Context request) {
    LOG.error("request {} failed", request.res().getHeader(REQUEST_ID), failure);
    tell(Problem.of(500, "It failed", "The log says why, under the request's name."), request);
  }

  private static void tell(Problem problem, Context request) {
    request
        .status(problem.status())
        .contentType(Problem.CONTENT_TYPE)
        .result(problem.document(request.path(), request.res().getHeader(REQUEST_ID)));
  }
}
