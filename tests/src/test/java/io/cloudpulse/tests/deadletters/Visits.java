package io.cloudpulse.tests.deadletters;

import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.Moving;
import io.cloudpulse.tests.kit.PulseCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A small dataset with one record of a room it does not allow, and the commands about it. */
record Visits(Path folder, Database database, String deadLetters) {
  private static final String DATASET =
      """
      dataset: tests.visits
      fields:
        id: {type: int64, required: true}
        room: {type: string, allowed: [%s]}
        nights: {type: int64}
      key: [id]
      """;

  static Visits in(Path folder, Database database) {
    return new Visits(folder, database, "");
  }

  /** The same, with dead letters at an address. */
  Visits keptIn(String address) {
    return new Visits(folder, database, address);
  }

  /** Writes the dataset with the rooms it allows. */
  String dataset(String rooms) throws IOException {
    String name = "visits-" + rooms.replaceAll("\\W+", "-") + ".yaml";
    return Files.writeString(folder.resolve(name), DATASET.formatted(rooms)).toString();
  }

  /** Moves three visits, of which the second is in the attic. */
  void move() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("visits.csv"),
            "nights,id,room\n2,1,Single\n70000,2,Attic\n3,3,Double\n");
    Moving moving = Moving.of(dataset("Single, Double"), database).with("--maxRefused=1");
    if (!deadLetters.isEmpty()) {
      moving = moving.with("--deadLetters=" + deadLetters);
    }
    PulseCommand ended = moving.run(file);
    if (ended.exitCode() != 0) {
      throw new AssertionError(ended.toString());
    }
  }

  PulseCommand replay(String... flags) {
    List<String> all = new ArrayList<>(List.of(flags));
    all.add("--sink=" + database.sink());
    all.add("--runner=direct");
    return letters("replay", all);
  }

  /** Any other command about dead letters. */
  PulseCommand letters(String command, String... flags) {
    List<String> all = new ArrayList<>(List.of(flags));
    if (deadLetters.isEmpty()) {
      all.add("--from=" + database.sink());
    }
    return letters(command, all);
  }

  private PulseCommand letters(String command, List<String> flags) {
    List<String> all = new ArrayList<>(List.of("dead-letters", command));
    all.addAll(flags);
    if (!deadLetters.isEmpty()) {
      all.add("--from=" + deadLetters);
    }
    return PulseCommand.run(all.toArray(String[]::new));
  }
}
