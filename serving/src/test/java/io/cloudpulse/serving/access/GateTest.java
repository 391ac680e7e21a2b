package io.cloudpulse.serving.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Ticker;
import io.cloudpulse.serving.http.Answer;
import io.cloudpulse.serving.http.AnswerCache;
import io.cloudpulse.serving.http.Endpoints;
import io.cloudpulse.serving.http.Kinds;
import io.cloudpulse.serving.http.RawRequest;
import io.cloudpulse.serving.http.Role;
import io.cloudpulse.serving.http.Route;
import io.javalin.Javalin;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real servers, one that is open to readers here and one that is not, and who gets in. */
class GateTest {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final int OFTEN = 1_000;

  @TempDir static Path folder;
  private static Javalin open;
  private static Javalin closed;
  private static String reader;
  private static String operator;

  @BeforeAll
  static void start() throws IOException {
    reader = made("ann", Role.READER);
    operator = made("ci", Role.OPERATOR);
    open = server(true, OFTEN, List.of("https://friend.example"));
    closed = server(false, OFTEN, List.of());
  }

  private static String made(String name, Role role) throws IOException {
    String secret = Token.secret(new SecureRandom());
    Instant now = CLOCK.instant();
    Token token = Token.of(name, role, secret, now, now.plusSeconds(600));
    new TokenFile(folder.resolve("tokens"))
        .change(
            tokens -> {
              tokens.add(token);
              return tokens;
            });
    return secret;
  }

  private static Javalin server(boolean isOpenHere, int rate, List<String> origins)
      throws IOException {
    Gate gate = new Gate(Tokens.of(folder.resolve("tokens"), CLOCK), isOpenHere, rate);
    AnswerCache answers = new AnswerCache(Duration.ZERO, () -> "", Ticker.systemTicker());
    Route read = Route.get("test", "/page", "");
    Route write = Route.put("test", "/page", "");
    Route health = Route.get("test", "/health", "").open();
    return Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              Endpoints endpoints = new Endpoints(answers, 64);
              endpoints.addRules(config);
              Origins.let(origins, config);
              gate.guard(config);
              endpoints.add(config, List.of(answered(read), answered(write), answered(health)));
              config.routes.get("/forgotten", request -> request.result("{}"));
            })
        .start("127.0.0.1", 0);
  }

  private static Route answered(Route route) {
    return route.answers(Kinds.schema("object"), asked -> Answer.json("{}"));
  }

  @AfterAll
  static void stop() {
    List.of(open, closed).forEach(Javalin::stop);
  }

  private static String send(Javalin to, String what, String headers) throws IOException {
    return RawRequest.answer(to.port(), what + " HTTP/1.1", headers);
  }

  @ParameterizedTest
  @CsvSource({
    "open, nobody, GET /page, 200",
    "open, nobody, HEAD /page, 200",
    "open, nobody, PUT /page, 401",
    "open, nobody, GET /health, 200",
    "open, nobody, GET /forgotten, 401",
    "open, nobody, GET /nothing, 404",
    "open, nobody, DELETE /page, 405",
    "open, stranger, GET /page, 401",
    "open, stranger, GET /health, 200",
    "open, basic, GET /page, 401",
    "open, reader, GET /page, 200",
    "open, reader, PUT /page, 403",
    "open, reader, GET /forgotten, 403",
    "open, operator, GET /page, 200",
    "open, operator, PUT /page, 200",
    "closed, nobody, GET /page, 401",
    "closed, nobody, HEAD /page, 401",
    "closed, nobody, PUT /page, 401",
    "closed, nobody, GET /health, 200",
    "closed, stranger, PUT /page, 401",
    "closed, reader, GET /page, 200",
    "closed, reader, PUT /page, 403",
    "closed, operator, PUT /page, 200",
  })
  void letsInWhoMay(String server, String client, String what, int status) throws IOException {
    String answer = send(server.equals("open") ? open : closed, what, as(client));

    assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
    assertThat(answer.contains("WWW-Authenticate: Bearer")).isEqualTo(status == 401);
  }

  private static String as(String client) {
    return switch (client) {
      case "reader" -> "Authorization: Bearer " + reader + "\r\n";
      case "operator" -> "authorization: bearer " + operator + "\r\n";
      case "stranger" -> "Authorization: Bearer pulse_unknown\r\n";
      case "basic" -> "Authorization: Basic YTpi\r\n";
      default -> "";
    };
  }

  /**
   * What comes through a proxy on this machine, or from a page of another site, is not from here.
   */
  @Test
  void isOpenOnlyToWhoReallyAsksFromHere() throws IOException {
    for (String proxied : List.of("X-Forwarded-For: 203.0.113.9", "Forwarded: for=203.0.113.9")) {
      assertThat(send(open, "GET /page", proxied + "\r\n")).startsWith("HTTP/1.1 401 ");
    }
    String line = "GET /page HTTP/1.1\r\nHost: rebound.example";
    assertThat(RawRequest.to(open.port(), line + "\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 401 ");
  }

  @Test
  void letsOtherOriginsAskOnlyWhereTheyAreNamed() throws IOException {
    String friend = "Origin: https://friend.example\r\n";
    String allowed = "Access-Control-Allow-Origin: https://friend.example";
    assertThat(send(open, "GET /page", friend)).contains(allowed);
    assertThat(send(closed, "GET /page", friend)).doesNotContain("Access-Control-Allow");
    assertThat(send(open, "GET /page", "Origin: https://other.example\r\n"))
        .doesNotContain("Access-Control-Allow");

    String asks =
        "Access-Control-Request-Method: PUT\r\n"
            + "Access-Control-Request-Headers: authorization,content-type\r\n";
    assertThat(send(open, "OPTIONS /page", friend + asks))
        .startsWith("HTTP/1.1 20")
        .contains(allowed, "Access-Control-Allow-Headers: authorization,content-type");
    assertThat(send(closed, "OPTIONS /page", friend + asks))
        .startsWith("HTTP/1.1 405 ")
        .doesNotContain("Access-Control-Allow");
  }

  @Test
  void countsEachTokenByItselfAndWhoHasNoneByAddress() throws IOException {
    Javalin strict = server(true, 1, List.of());
    try {
      assertThat(refused(strict, "nobody")).isEqualTo(3);
      assertThat(refused(strict, "stranger")).as("the same address").isEqualTo(5);
      assertThat(refused(strict, "reader")).isEqualTo(3);
      assertThat(send(strict, "GET /health", ""))
          .startsWith("HTTP/1.1 429 ")
          .contains("Retry-After: 1\r\n", "Content-Type: application/problem+json");
    } finally {
      Javalin unused = strict.stop();
    }
  }

  private static int refused(Javalin server, String client) throws IOException {
    int refused = 0;
    for (int i = 0; i < 5; i++) {
      refused += send(server, "GET /page", as(client)).startsWith("HTTP/1.1 429 ") ? 1 : 0;
    }
    return refused;
  }
}
