package io.cloudpulse.tests.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

/**
 * Answers as a Kubernetes API server that has nothing and takes everything, on loopback, and keeps
 * what it was given. Nothing is run.
 */
final class StandInKubernetes implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Queue<JsonNode> given = new ConcurrentLinkedQueue<>();
  private final HttpServer server;

  private StandInKubernetes(HttpServer server) {
    this.server = server;
  }

  static StandInKubernetes start() throws IOException {
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    StandInKubernetes standIn = new StandInKubernetes(HttpServer.create(anyPort, 0));
    standIn.server.setExecutor(Executors.newCachedThreadPool());
    standIn.server.createContext("/", standIn::answer);
    standIn.server.start();
    return standIn;
  }

  String master() {
    return "k8s://http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** What it was given of a kind, in its order. */
  List<JsonNode> given(String kind) {
    return given.stream().filter(node -> node.path("kind").asText().equals(kind)).toList();
  }

  private void answer(HttpExchange call) throws IOException {
    try (call) {
      String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      if (!call.getRequestMethod().equals("GET")) {
        String namespace = call.getRequestURI().getPath().split("/")[4];
        respond(call, 201, taken(Yaml.documents(body).get(0), namespace));
      } else if (call.getRequestURI().getPath().matches(".*/(pods|configmaps|services)/.+")) {
        respond(call, 404, JSON.createObjectNode().put("kind", "Status").put("code", 404));
      } else {
        ObjectNode list = JSON.createObjectNode().put("kind", "List").put("apiVersion", "v1");
        list.putArray("items");
        list.putObject("metadata");
        respond(call, 200, list);
      }
    }
  }

  private JsonNode taken(JsonNode object, String namespace) {
    ObjectNode metadata = (ObjectNode) object.path("metadata");
    metadata.put("namespace", namespace);
    given.add(object.deepCopy());
    metadata.put("uid", "5e1f").put("resourceVersion", "1");
    metadata.put("creationTimestamp", "2026-01-01T00:00:00Z");
    return object;
  }

  private static void respond(HttpExchange call, int status, JsonNode answer) throws IOException {
    byte[] body = JSON.writeValueAsBytes(answer);
    call.getResponseHeaders().set("Content-Type", "application/json");
    call.sendResponseHeaders(status, body.length);
    call.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
