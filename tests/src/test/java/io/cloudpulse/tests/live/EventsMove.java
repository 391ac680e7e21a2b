package io.cloudpulse.tests.live;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudpulse.pipelines.move.RunReport;
import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.PulseCommand;
import io.cloudpulse.tests.kit.PulseProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Moves a shop's events into both sinks with the real program.
 *
 * @param cluster as {@code --sink} takes it
 */
record EventsMove(Database database, String cluster, List<String> flags) {
  static EventsMove into(Database database, String cluster) {
    return new EventsMove(database, cluster, List.of());
  }

  EventsMove with(String... more) {
    List<String> all = new ArrayList<>(flags);
    all.addAll(List.of(more));
    return new EventsMove(database, cluster, all);
  }

  /** The source of a topic whose messages are lines of an export. */
  static String export(String topicAddress) {
    return topicAddress + "?layout=export&header=" + ShopEvents.HEADER;
  }

  /** What is typed. */
  List<String> args(String source) {
    List<String> args = new ArrayList<>();
    args.add("run");
    args.add("--dataset=activity.events");
    args.add("--source=" + source);
    args.add("--sink=" + database.sink() + "," + cluster);
    args.addAll(flags);
    return args;
  }

  private String[] typed(String source) {
    return args(source).toArray(String[]::new);
  }

  /** Starts it in a JVM of its own. */
  PulseProcess start(String source) {
    return PulseProcess.start(with("--quiet").typed(source));
  }

  /** Runs it here, and tells how it ended. */
  PulseCommand run(String source) {
    return PulseCommand.run(typed(source));
  }

  /** Moves to the end. */
  RunReport move(String source) throws IOException {
    Path file = Files.createTempFile("pulse-report", ".json");
    try {
      PulseCommand ended = PulseCommand.run(with("--report=" + file).typed(source));
      if (Files.size(file) == 0) {
        throw new AssertionError("exit " + ended.exitCode() + ": " + ended.err());
      }
      return new ObjectMapper().readValue(file.toFile(), RunReport.class);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  Holdings holdings() throws Exception {
    return Holdings.in(database, cluster);
  }
}
