package io.cloudpulse.serving.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.server.HttpConfiguration;

/** Puts routes on a server: reads each request, answers it, and tells what is wrong with it. */
public final class Endpoints {
  private static final org.slf4j.Logger LOG = org.slf4j.LoggerFactory.getLogger(Endpoints.class);

  /** A query may name many fields, and a cursor holds a row's key. */
  private static final int MOST_HEADER_BYTES = 32 << 10;

  private final AnswerCache answers;
  private final BodyReader bodies;

  /**
   * Endpoints that answer from a cache.
   *
   * @param mostBytes that a body may have
   */
  public Endpoints(AnswerCache answers, int mostBytes) {
    this.answers = answers;
    this.bodies = new BodyReader(mostBytes);
  }

  /** What holds for every request, whatever it asks for. To be called before all else is added. */
  public void addRules(JavalinConfig server) {
    server.http.prefer405over404 = true;
    server.jetty.modifyServer(jetty -> jetty.setErrorHandler(new Misread()));
    server.jetty.modifyServletContextHandler(context -> context.setErrorHandler(new Misread()));
    server.jetty.modifyHttpConfiguration(Endpoints::configure);
    server.routes.before(Endpoints::begin);
    server.routes.exception(Problem.class, Endpoints::tell);
    server.routes.exception(HttpResponseException.class, Endpoints::tellOther);
    server.routes.exception(Exception.class, Endpoints::fail);
    server.routes.error(404, request -> tellUnlessTold(request, "There is no such page"));
    server.routes.error(405, request -> tellUnlessTold(request, "This page takes no such method"));
  }

  private static void configure(HttpConfiguration config) {
    config.setSendServerVersion(false);
    config.setRequestHeaderSize(MOST_HEADER_BYTES);
  }

  private static void begin(Context request) {
    SafeHeaders.ALL.forEach(request::header);
    String id = SafeHeaders.requestId(request.header(SafeHeaders.REQUEST_ID));
    request.header(SafeHeaders.REQUEST_ID, id);
  }

  /** Adds routes. */
  public void add(JavalinConfig server, Iterable<Route> routes) {
    for (Route route : routes) {
      HandlerType method = HandlerType.findOrCreate(route.method().name());
      server.routes.addHttpHandler(
          method, route.path(), request -> answer(route, request), route.needs());
      if (route.method() == Route.Method.GET) {
        server.routes.addHttpHandler(
            HandlerType.HEAD, route.path(), request -> answer(route, request), route.needs());
      }
    }
  }

  private void answer(Route route, Context request) {
    Said said = said(route, request);
    Asked asked = Asked.read(route.parameters(), route.body(), said);
    TaggedAnswer tagged = answers.get(route, said, () -> route.handler().apply(asked));
    Answer answer = tagged.answer();
    request.status(answer.status());
    answer.headers().forEach(request::header);
    if (route.method() == Route.Method.GET && answer.status() == 200) {
      request.header("ETag", tagged.tag()).header("Cache-Control", "private, no-cache");
      if (EntityTag.matches(request.header("If-None-Match"), tagged.tag())) {
        request.status(304);
        return;
      }
    } else {
      request.header("Cache-Control", "no-store");
    }
    request.contentType(answer.contentType()).result(answer.body());
  }

  private Said said(Route route, Context request) {
    Map<String, String> headers = new HashMap<>();
    for (Parameter<?> parameter : route.parameters()) {
      if (parameter.place() == Parameter.Place.HEADER) {
        headers.put(parameter.name(), request.header(parameter.name()));
      }
    }
    return new Said(
        Query.read(request.queryString()),
        request.pathParamMap(),
        headers,
        route.body().isPresent() ? Optional.of(bodies.read(request)) : Optional.empty());
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

  /** What the framework found wrong. */
  private static void tellOther(HttpResponseException wrong, Context request) {
    String allowed = wrong.getDetails().get("availableMethods");
    if (allowed != null) {
      request.header("Allow", allowed);
    }
    request.status(wrong.getStatus());
    if (wrong.getStatus() != 404 && wrong.getStatus() != 405) {
      tell(
          Problem.of(wrong.getStatus(), "The request is wrong", "The server cannot take it."),
          request);
    }
  }

  /** The reader is told the request's name, the log why. */
  private static void fail(Exception failure, Context request) {
    LOG.error("request {} failed", request.res().getHeader(SafeHeaders.REQUEST_ID), failure);
    tell(Problem.of(500, "It failed", "The log says why, under the request's name."), request);
  }

  private static void tell(Problem problem, Context request) {
    problem.headers().forEach(request::header);
    request
        .status(problem.status())
        .header("Cache-Control", "no-store")
        .contentType(Problem.CONTENT_TYPE)
        .result(problem.document(request.path(), request.res().getHeader(SafeHeaders.REQUEST_ID)));
  }
}
