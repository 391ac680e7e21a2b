package io.cloudpulse.pipelines.move;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudpulse.pipelines.flags.ExitCode;
import io.cloudpulse.pipelines.flags.StoppedException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/**
 * The jobs of a Flink cluster, by its <a
 * href="https://nightlies.apache.org/flink/flink-docs-release-1.19/docs/ops/rest_api/">REST
 * API</a>.
 */
record FlinkJobs(String url) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PATIENCE_MILLIS = (int) Duration.ofSeconds(30).toMillis();
  private static final Set<String> ENDED = Set.of("FINISHED", "CANCELED", "FAILED", "SUSPENDED");

  /**
   * Those of a cluster.
   *
   * @param master as {@code --flinkMaster} has it
   */
  static FlinkJobs on(String master) {
    String address = master.replaceFirst("^https?://", "");
    String scheme = master.startsWith("https://") ? "https://" : "http://";
    boolean hasPort = address.matches(".*:\\d+");
    return new FlinkJobs(scheme + address + (hasPort ? "" : ":8081"));
  }

  /**
   * Makes sure that no job of that name runs: its launcher may be gone, and the job be not.
   *
   * @throws StoppedException if one does, or the cluster does not answer
   */
  void checkNone(String name) {
    find(name, job -> !ENDED.contains(job.path("state").asText()))
        .ifPresent(
            job -> {
              throw stopped(
                  "The job runs already, as %s on %s, though its launcher is gone."
                          .formatted(job.path("jid").asText(), url)
                      + " Cancel it there, and run the same command again.");
            });
  }

  /** Why the newest job of that name failed, as far as the cluster tells. */
  String cause(String name) {
    return find(name, job -> true)
        .map(job -> ask("/jobs/" + job.path("jid").asText() + "/exceptions"))
        .map(told -> told.path("root-exception").asText())
        .map(FlinkJobs::innermost)
        .filter(cause -> !cause.isBlank())
        .orElse("for a reason that its page tells: " + url);
  }

  /** Of a stack trace the cause that has no other. */
  private static String innermost(String trace) {
    return trace
        .lines()
        .filter(line -> !line.startsWith("\t") && !line.startsWith(" "))
        .reduce("", (first, last) -> last)
        .replaceFirst("^Caused by: ", "")
        .replaceFirst("^[\\w.$]+(Exception|Error): ", "");
  }

  private Optional<JsonNode> find(String name, Predicate<JsonNode> wanted) {
    return StreamSupport.stream(ask("/jobs/overview").path("jobs").spliterator(), false)
        .filter(job -> job.path("name").asText().equals(name))
        .filter(wanted)
        .max(Comparator.comparingLong(job -> job.path("start-time").asLong()));
  }

  private JsonNode ask(String path) {
    try {
      var connection = URI.create(url + path).toURL().openConnection();
      connection.setConnectTimeout(PATIENCE_MILLIS);
      connection.setReadTimeout(PATIENCE_MILLIS);
      try (var answer = connection.getInputStream()) {
        return JSON.readTree(answer);
      }
    } catch (IOException | IllegalArgumentException silent) {
      throw stopped(
          "No Flink cluster answers at %s (%s). Is --flinkMaster its REST address?"
              .formatted(url, silent.getMessage()));
    }
  }

  private static StoppedException stopped(String why) {
    return StoppedException.because(ExitCode.FAILED, why);
  }
}
