package io.cloudpulse.tests.pubsub;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudpulse.pipelines.move.RunReport;
import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.PulseCommand;
import io.cloudpulse.tests.kit.PulseProcess;
import io.cloudpulse.tests.live.ShopEvents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Moves a shop's events from a subscription with the real program, without their windows. */
record EventsFrom(String subscription, Database database, List<String> flags) {
  private static final String WRITTEN = "&layout=export&header=" + ShopEvents.HEADER;

  static EventsFrom subscription(String address, Database database) {
    return new EventsFrom(address + WRITTEN, database, List.of("--aggregates=off"));
  }

  EventsFrom with(String... more) {
    List<String> all = new ArrayList<>(flags);
    all.addAll(List.of(more));
    return new EventsFrom(subscription, database, all);
  }

  private String[] args() {
    List<String> args = new ArrayList<>(List.of("run", "--dataset=activity.events"));
    args.add("--source=" + subscription);
    args.add("--sink=" + database.sink());
    args.addAll(flags);
    return args.toArray(String[]::new);
  }

  /** Starts it in a JVM of its own. */
  PulseProcess start() {
    return PulseProcess.start(with("--quiet").args());
  }

  /** Runs it here, and tells how it ended. */
  PulseCommand run() {
    return PulseCommand.run(args());
  }

  /** Moves to the end. */
  RunReport move() throws IOException {
    Path file = Files.createTempFile("pulse-report", ".json");
    try {
      PulseCommand ended = with("--report=" + file).run();
      if (Files.size(file) == 0) {
        throw new AssertionError("exit " + ended.exitCode() + ": " + ended.out() + ended.err());
      }
      return new ObjectMapper().readValue(file.toFile(), RunReport.class);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /** Each row there is, with its version. */
  List<String> rows() throws Exception {
    return database.query("select * from activity.events order by 1, 2, 3, 4, 5, 6");
  }
}
