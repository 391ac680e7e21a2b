package io.cloudpulse.tests.dataflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A stand-in for the parts of Google Cloud that a launch speaks to: Dataflow, Cloud Storage, Secret
 * Manager, and the metadata server that tells a machine who it is. Keeps what it was sent.
 */
final class GoogleCloud implements AutoCloseable {
  static final String JOB_ID = "2026-11-20_00_00_00-1";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TOKEN = "token-of-the-stand-in";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(8);
  private final CloudStorage storage = new CloudStorage();
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private final List<JsonNode> jobs = new CopyOnWriteArrayList<>();
  private final Map<String, String> secrets = new ConcurrentHashMap<>();
  private final Map<String, String> running = new ConcurrentHashMap<>();

  private GoogleCloud(HttpServer server) {
    this.server = server;
  }

  static GoogleCloud start() {
    try {
      InetAddress here = InetAddress.getLoopbackAddress();
      GoogleCloud cloud = new GoogleCloud(HttpServer.create(new InetSocketAddress(here, 0), 0));
      cloud.server.setExecutor(cloud.threads);
      cloud.server.createContext("/", cloud::handle);
      cloud.server.start();
      return cloud;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  String hostAndPort() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  String address() {
    return "http://" + hostAndPort();
  }

  CloudStorage storage() {
    return storage;
  }

  void keepSecret(String name, String value) {
    secrets.put(name, value);
  }

  /** A job of that name is running, as an update wants. */
  void running(String name, String id) {
    running.put(name, id);
  }

  /** Each as method and path. */
  List<String> calls() {
    return List.copyOf(calls);
  }

  /** Those that were started, as they were sent. */
  List<JsonNode> jobs() {
    return List.copyOf(jobs);
  }

  private void handle(HttpExchange exchange) throws IOException {
    Call call = Call.of(exchange, address());
    calls.add(call.method() + " " + call.path());
    try (exchange) {
      Answer answer = answer(call);
      exchange.getResponseHeaders().set("Content-Type", answer.type());
      exchange.getResponseHeaders().set("Metadata-Flavor", "Google");
      answer.headers().forEach(exchange.getResponseHeaders()::set);
      int length = answer.body().size();
      exchange.sendResponseHeaders(answer.status(), length == 0 ? -1 : length);
      answer.body().writeTo(exchange.getResponseBody());
    }
  }

  private Answer answer(Call call) {
    try {
      if (call.path().startsWith("/v1b3/")) {
        return dataflow(call);
      }
      if (call.path().startsWith("/v1/projects/")) {
        return secret(call);
      }
      Answer stored = storage.answer(call);
      return stored == null ? metadata(call) : stored;
    } catch (Exception failure) {
      return Answer.error(500, failure.toString().replace('"', '\''));
    }
  }

  private Answer dataflow(Call call) throws IOException {
    if (call.method().equals("POST")) {
      ObjectNode job = (ObjectNode) JSON.readTree(call.body().toStringUtf8());
      jobs.add(job.deepCopy());
      return Answer.json(job.put("id", JOB_ID).put("projectId", "shop-project"));
    }
    if (call.path().endsWith("/jobs")) {
      ObjectNode list = JSON.createObjectNode();
      running.forEach((name, id) -> list.withArray("jobs").add(running(id).put("name", name)));
      return Answer.json(list);
    }
    return Answer.json(running(call.path().replaceFirst(".*/jobs/", "")));
  }

  private static ObjectNode running(String id) {
    return JSON.createObjectNode().put("id", id).put("currentState", "JOB_STATE_RUNNING");
  }

  private Answer secret(Call call) {
    String name = call.path().replaceFirst("/v1/", "").replaceFirst("/versions/latest:access", "");
    boolean known = call.header("Authorization").equals("Bearer " + TOKEN);
    if (!known || !secrets.containsKey(name)) {
      return Answer.error(known ? 404 : 401, "no secret for you");
    }
    byte[] value = secrets.get(name).getBytes(StandardCharsets.UTF_8);
    ObjectNode json = JSON.createObjectNode();
    json.putObject("payload").put("data", Base64.getEncoder().encodeToString(value));
    return Answer.json(json);
  }

  /** Who a machine is: what google-auth asks for before it asks for a token. */
  private static Answer metadata(Call call) {
    ObjectNode json = JSON.createObjectNode();
    if (call.path().endsWith("/token")) {
      json.put("access_token", TOKEN).put("expires_in", 3600).put("token_type", "Bearer");
    } else {
      json.putObject("default").put("email", "default").putArray("scopes");
    }
    return Answer.json(json);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
