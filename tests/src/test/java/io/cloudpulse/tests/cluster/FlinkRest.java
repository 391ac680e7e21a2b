package io.cloudpulse.tests.cluster;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The REST API of a Flink cluster, as an operator uses it. */
public record FlinkRest(String url) {
  private static final ObjectMapper JSON = new ObjectMapper();

  List<JsonNode> taskManagers() {
    try {
      return list(ask("GET", "/taskmanagers", "").path("taskmanagers"));
    } catch (IOException notYet) {
      return List.of();
    }
  }

  /** The id of the one job that runs. */
  public Optional<String> running() throws IOException {
    return list(ask("GET", "/jobs", "").path("jobs")).stream()
        .filter(job -> job.path("status").asText().equals("RUNNING"))
        .map(job -> job.path("id").asText())
        .findFirst();
  }

  /** Cancels a job; returns when it has ended. */
  public void cancel(String job) throws IOException {
    var unused = ask("PATCH", "/jobs/" + job + "?mode=cancel", "");
    await().atMost(Duration.ofMinutes(5)).until(() -> state(job).equals("CANCELED"));
  }

  /** Such as {@code CANCELED}. */
  public String state(String job) throws IOException {
    return ask("GET", "/jobs/" + job, "").path("state").asText();
  }

  /** How many checkpoints it has completed, savepoints included. */
  public int checkpoints(String job) throws IOException {
    return checkpointing(job).path("counts").path("completed").asInt();
  }

  /** The checkpoint or savepoint that it went on from; none of an id if it never did. */
  public JsonNode restored(String job) throws IOException {
    return checkpointing(job).path("latest").path("restored");
  }

  private JsonNode checkpointing(String job) throws IOException {
    return ask("GET", "/jobs/" + job + "/checkpoints", "");
  }

  /** Stops a job with a savepoint; returns where that is when it is done. */
  public String stop(String job, String folder) throws IOException {
    String how = "{\"drain\":false,\"targetDirectory\":\"%s\"}".formatted(folder);
    String request = ask("POST", "/jobs/" + job + "/stop", how).path("request-id").asText();
    String place = "/jobs/" + job + "/savepoints/" + request;
    JsonNode done =
        await()
            .atMost(Duration.ofMinutes(5))
            .until(
                () -> ask("GET", place, ""),
                answer -> answer.path("status").path("id").asText().equals("COMPLETED"));
    String location = done.path("operation").path("location").asText();
    if (location.isEmpty()) {
      throw new AssertionError("no savepoint: " + done);
    }
    return location;
  }

  private static List<JsonNode> list(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }

  private JsonNode ask(String method, String path, String json) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(json))
            .build();
    try {
      return JSON.readTree(
          HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
