package io.cloudpulse.serving.access;

import io.cloudpulse.serving.http.Problem;
import io.cloudpulse.serving.http.Role;
import io.github.bucket4j.TimeMeter;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.security.RouteRole;
import java.util.Set;

/** Lets in who may: every request is counted, and every page has a role that it needs. */
public final class Gate {
  private static final String CLIENT = "client";
  private static final String BEARER = "Bearer ";
  private static final String CREATE = "./pulse token create --name=me --role=";

  private final Tokens tokens;
  private final boolean isOpenHere;
  private final RateLimit limit;

  /**
   * A gate.
   *
   * @param isOpenHere whether who asks from this machine may read without a token
   * @param perSecond requests that a client may make in a second
   */
  public Gate(Tokens tokens, boolean isOpenHere, int perSecond) {
    this.tokens = tokens;
    this.isOpenHere = isOpenHere;
    this.limit = new RateLimit(perSecond, TimeMeter.SYSTEM_NANOTIME);
  }

  /** Guards all that a server has. */
  public void guard(JavalinConfig server) {
    server.routes.before(this::count);
    server.routes.beforeMatched(this::check);
  }

  private void count(Context request) {
    Client client = client(request);
    request.attribute(CLIENT, client);
    limit.count(client.name());
  }

  private Client client(Context request) {
    String said = request.header("Authorization");
    if (said == null) {
      boolean mayRead = isOpenHere && Loopback.isHere(request);
      return address(request, mayRead ? Role.READER : Role.ANYONE);
    }
    if (!said.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return address(request, Role.ANYONE);
    }
    return tokens
        .find(said.substring(BEARER.length()).strip())
        .map(token -> new Client("token " + token.name(), token.asRole(), true))
        .orElseGet(() -> address(request, Role.ANYONE));
  }

  private static Client address(Context request, Role role) {
    return new Client("address " + request.req().getRemoteAddr(), role, false);
  }

  private void check(Context request) {
    Client client = request.attribute(CLIENT);
    Role needed = needed(request.routeRoles());
    if (client.role().covers(needed)) {
      return;
    }
    String create = CREATE + needed.name().toLowerCase(java.util.Locale.ROOT);
    if (client.isKnown()) {
      throw Problem.of(
          403, "Your token may not do this", "It is a reader's. To make another: " + create);
    }
    throw Problem.of(
            401,
            "A token is needed",
            "%s. Send it as Authorization: Bearer pulse_... To make one: %s"
                .formatted(why(request), create))
        .header("WWW-Authenticate", "Bearer realm=\"Cloud Pulse\"");
  }

  private static String why(Context request) {
    return request.header("Authorization") == null
        ? "The request has none"
        : "That of the request is not known: it was never made, or has expired, or was revoked";
  }

  /** A page that says nothing is an operator's. */
  private static Role needed(Set<RouteRole> roles) {
    return roles.stream()
        .filter(Role.class::isInstance)
        .map(Role.class::cast)
        .findFirst()
        .orElse(Role.OPERATOR);
  }
}
