package io.cloudpulse.tests.pubsub;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.PulseCommand;
import io.cloudpulse.tests.live.ShopEvents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A shop's events, of which some are known to be bad. */
record Planted(List<String> lines, int bad) {
  static Planted of(ShopEvents events) {
    return new Planted(events.lines(), events.bad());
  }

  /** So many, a share of which has a price that is none. */
  static Planted of(int count, double share, long seed) {
    List<String> lines = new ArrayList<>(ShopEvents.generated(count, seed).lines());
    int every = (int) Math.round(1 / share);
    for (int i = 0; i < count; i += every) {
      String[] fields = lines.get(i).split(",", -1);
      fields[6] = "cheap";
      lines.set(i, String.join(",", fields));
    }
    int bad = (int) lines.stream().filter(line -> line.contains(",cheap,")).count();
    return new Planted(lines, bad);
  }

  /** What a batch of one file of them leaves. */
  List<String> rows(Database database, Path folder) throws Exception {
    PulseCommand ended =
        PulseCommand.run(
            "run",
            "--dataset=activity.events",
            "--source=files:" + file(folder),
            "--sink=" + database.sink(),
            "--aggregates=off",
            "--maxRefused=1",
            "--runner=direct");
    assertThat(ended.exitCode()).as(ended.out() + ended.err()).isZero();
    return database.query("select * from activity.events order by 1, 2, 3, 4, 5, 6");
  }

  private Path file(Path folder) throws IOException {
    List<String> all = new ArrayList<>(lines);
    all.add(0, ShopEvents.HEADER);
    return Files.write(folder.resolve("events.csv"), all);
  }
}
