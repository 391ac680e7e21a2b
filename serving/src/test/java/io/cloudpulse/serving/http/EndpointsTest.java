package io.cloudpulse.serving.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import com.github.benmanes.caffeine.cache.Ticker;
import io.javalin.Javalin;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A real server, and what it says to requests of all sorts. */
class EndpointsTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Parameter<String> NAME = Parameter.of("name", "", Kinds.text(20), "Ada");
  private static final int MOST_BYTES = 64;

  private static Javalin server;

  @BeforeAll
  static void start() {
    AnswerCache answers = new AnswerCache(Duration.ZERO, () -> "", Ticker.systemTicker());
    server =
        Javalin.create(
                config -> {
                  config.startup.showJavalinBanner = false;
                  Endpoints endpoints = new Endpoints(answers, MOST_BYTES);
                  endpoints.addRules(config);
                  endpoints.add(config, List.of(echo(), broken(), things()));
                })
            .start("127.0.0.1", 0);
  }

  private static Route echo() {
    return Route.get("test", "/echo", "")
        .with(NAME)
        .answers(Kinds.schema("object"), asked -> Answer.json('"' + asked.value(NAME).get() + '"'));
  }

  private static Route broken() {
    return Route.get("test", "/broken", "")
        .answers(
            Kinds.schema("object"),
            asked -> {
              throw new IllegalStateException("secret of the house");
            });
  }

  private static Route things() {
    Body body = Body.of(new Property("name", "", Kinds.text(20), TextNode.valueOf("Ada"), true));
    return Route.post("test", "/things", "")
        .takes(body)
        .answers(
            Kinds.schema("object"),
            asked -> Answer.json(asked.body().toString()).status(202).header("Location", "/x"));
  }

  @AfterAll
  static void stop() {
    Javalin unused = server.stop();
  }

  private static HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static HttpResponse<String> post(String type, String body) throws Exception {
    return send(to("/things").header("Content-Type", type).POST(BodyPublishers.ofString(body)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET /../../etc/passwd HTTP/1.1 | 400",
        "GET /things/../../etc/passwd HTTP/1.1 | 400",
        "GET /echo/../nothing HTTP/1.1 | 404",
        "GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1 | 400",
        "GET /things/..%2F..%2Fetc%2Fpasswd HTTP/1.1 | 404",
        "GET /echo%00 HTTP/1.1 | 400",
        "GET /ec\u0000ho HTTP/1.1 | 400",
        "GET /%zz HTTP/1.1 | 400",
        "GET /%ff%fe HTTP/1.1 | 400",
        "GET /echo\\..\\x HTTP/1.1 | 400",
        "GET /echo?name=%zz HTTP/1.1 | 400",
        "GET /echo?name=%ff HTTP/1.1 | 400",
        "GET /echo?name=%00 HTTP/1.1 | 400",
        "GET /echo?name=%ED%A0%80 HTTP/1.1 | 400",
        "GET /echo?&&=&=x HTTP/1.1 | 400",
        "OPTIONS /echo HTTP/1.1 | 405",
        "OPTIONS * HTTP/1.1 | 404",
        "TRACE /echo HTTP/1.1 | 405",
        "BREW /echo HTTP/1.1 | 405",
        "get /echo HTTP/1.1 | 405",
        "GET http://elsewhere/echo HTTP/1.1 | 400",
        "GET /nothing HTTP/1.1 | 404",
        "GET /echo HTTP/3.7 | 505",
        "nonsense | 400",
      })
  void tellsWhatIsWrongWithAnyRequest(String line, int status) throws IOException {
    String answer = RawRequest.answer(server.port(), line, "");

    assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
    assertThat(answer).contains("Content-Type: application/problem+json\r\n");
    assertThat(answer).contains("X-Content-Type-Options: nosniff\r\n", "X-Request-Id: ");
    assertThat(answer).doesNotContain("Jetty", "Exception", "\tat ");
    JsonNode document = new ObjectMapper().readTree(answer.substring(answer.indexOf("\r\n\r\n")));
    assertThat(document.path("status").asInt()).isEqualTo(status);
    assertThat(document.path("title").asText()).isNotEmpty();
  }

  @Test
  void refusesWhatIsTooLong() throws IOException {
    String query = "GET /echo?name=" + "a".repeat(40_000) + " HTTP/1.1";
    assertThat(RawRequest.answer(server.port(), query, "")).startsWith("HTTP/1.1 414 ");
    String header = "X-Long: " + "a".repeat(40_000) + "\r\n";
    assertThat(RawRequest.answer(server.port(), "GET /echo?name=x HTTP/1.1", header))
        .startsWith("HTTP/1.1 431 ");
  }

  @Test
  void tellsWhichMethodsThereAre() throws IOException {
    assertThat(RawRequest.answer(server.port(), "PUT /echo HTTP/1.1", ""))
        .contains("Allow: GET, HEAD\r\n");
  }

  @Test
  void answersHeadAsGetWithoutTheBody() throws IOException {
    String right = RawRequest.answer(server.port(), "HEAD /echo?name=Ada HTTP/1.1", "");
    assertThat(right).startsWith("HTTP/1.1 200 ").contains("ETag: ").endsWith("\r\n\r\n");
    assertThat(RawRequest.answer(server.port(), "HEAD /echo?limit=1 HTTP/1.1", ""))
        .startsWith("HTTP/1.1 400 ");
  }

  @Test
  void keepsTheRequestsNameIfItIsWellFormed() throws Exception {
    assertThat(named("a-7.b_C")).isEqualTo("a-7.b_C");
    assertThat(named("a b")).matches("[0-9a-f-]{36}");
    assertThat(named("x".repeat(65))).matches("[0-9a-f-]{36}");
  }

  private static String named(String name) throws Exception {
    return send(to("/echo?name=Ada").header("X-Request-Id", name))
        .headers()
        .firstValue("X-Request-Id")
        .orElseThrow();
  }

  @Test
  void tellsNothingOfItselfWhereItFails() throws Exception {
    HttpResponse<String> failed = send(to("/broken").header("X-Request-Id", "b1"));

    assertThat(failed.statusCode()).isEqualTo(500);
    assertThat(failed.body())
        .isEqualTo(
            "{\"title\":\"It failed\",\"status\":500,\"detail\":\"The log says why, under the"
                + " request's name.\",\"instance\":\"/broken\",\"request\":\"b1\"}");
  }

  @Test
  void takesJson() throws Exception {
    HttpResponse<String> taken = post("application/json; charset=UTF-8", "{\"name\":\"José\"}");

    assertThat(taken.statusCode() + taken.body()).isEqualTo("202{\"name\":\"José\"}");
    assertThat(taken.headers().firstValue("Location")).contains("/x");
    assertThat(taken.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(taken.headers().firstValue("ETag")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"text/plain", "application/xml", "application/json; charset=latin1", "a/b"})
  void takesNothingElse(String type) throws Exception {
    HttpResponse<String> refused = post(type, "{\"name\":\"Ada\"}");

    assertThat(refused.statusCode()).isEqualTo(415);
    assertThat(refused.body()).contains("must say application/json");
  }

  @Test
  void tellsMistakesOfBodyAndQueryTogether() throws Exception {
    HttpResponse<String> wrong =
        send(
            to("/things?limit=1")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"name\":7,\"age\":1}")));

    JsonNode errors = new ObjectMapper().readTree(wrong.body()).path("errors");
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(errors.findValuesAsText("field")).containsExactly("age", "name");
    assertThat(errors.findValuesAsText("parameter")).containsExactly("limit");
  }

  /** As much as would be sent is said beforehand; not a byte of it is. */
  @Test
  void refusesALargeBodyByItsLength() throws IOException {
    String headers = "Content-Type: application/json\r\nContent-Length: 10000000\r\n";
    assertThat(RawRequest.answer(server.port(), "POST /things HTTP/1.1", headers))
        .startsWith("HTTP/1.1 413 ")
        .contains("It may have 64 bytes at most.", "Connection: close");
  }

  /**
   * Nothing says how long it is. It is never sent to its end, so it cannot have been read so far.
   */
  @Test
  void refusesALargeBodyWhereItBecomesTooLarge() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(10_000);
      OutputStream out = socket.getOutputStream();
      String chunk = "64\r\n" + "x".repeat(100) + "\r\n";
      String request =
          "POST /things HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
              + "Transfer-Encoding: chunked\r\n\r\n"
              + chunk;
      out.write(request.getBytes(StandardCharsets.ISO_8859_1));

      byte[] start = socket.getInputStream().readNBytes(12);

      assertThat(new String(start, StandardCharsets.ISO_8859_1)).isEqualTo("HTTP/1.1 413");
    }
  }
}
