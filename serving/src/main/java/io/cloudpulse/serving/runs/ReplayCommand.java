package io.cloudpulse.serving.runs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.cloudpulse.serving.store.Launcher;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.TimeUnit;

/**
 * The launcher's own command, in a process that no shell has a hand in.
 *
 * @param sinks addresses between commas
 */
record ReplayCommand(Launcher launcher, String id, String dataset, String sinks) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_SAID = 2_000;

  /** Runs it to its end, or until it took too long; never throws. */
  Replay run(Clock clock) {
    try {
      Path folder = Files.createTempDirectory("pulse-replay");
      try {
        return run(folder.resolve("report.json"), folder.resolve("said.txt"), clock);
      } finally {
        Files.deleteIfExists(folder.resolve("report.json"));
        Files.deleteIfExists(folder.resolve("said.txt"));
        Files.delete(folder);
      }
    } catch (IOException failure) {
      return Replay.failed(clock.instant(), "It could not be started: " + failure.getMessage());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Replay.failed(clock.instant(), "The server was stopped.");
    }
  }

  private Replay run(Path report, Path said, Clock clock) throws IOException, InterruptedException {
    Process process = start(report, said);
    try {
      if (process.waitFor(launcher.patience().toMillis(), TimeUnit.MILLISECONDS)) {
        return Replay.ended(clock.instant(), process.exitValue(), read(report), tail(said));
      }
      return Replay.failed(
          clock.instant(),
          "It took longer than %d s and was ended. %s"
              .formatted(launcher.patience().toSeconds(), tail(said)));
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      var unused = process.destroyForcibly();
    }
  }

  private Process start(Path report, Path said) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(launcher.replay(id, dataset, sinks, report))
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    String passwords = System.getProperty("org.postgresql.pgpassfile");
    if (passwords != null) {
      builder.environment().put("PGPASSFILE", passwords);
    }
    return builder.start();
  }

  private static JsonNode read(Path report) throws IOException {
    return Files.exists(report) && Files.size(report) > 0
        ? JSON.readTree(report.toFile())
        : MissingNode.getInstance();
  }

  /** What it said last. */
  private static String tail(Path said) throws IOException {
    String all = new String(Files.readAllBytes(said), StandardCharsets.UTF_8).strip();
    return all.substring(Math.max(0, all.length() - MOST_SAID));
  }
}
