package io.cloudpulse.tests.serving;

import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.Moving;
import io.cloudpulse.tests.kit.PulseCommand;
import java.nio.file.Path;

/** Seeded rows of shipped datasets. */
final class Generated {
  private Generated() {}

  /** Makes a file of one dataset and moves it. */
  static void move(String dataset, int rows, Database database, Path folder) {
    Path file = folder.resolve(dataset + ".csv");
    must(
        PulseCommand.run(
            "generate", "--dataset=" + dataset, "--rows=" + rows, "--seed=3", "--out=" + file));
    must(Moving.of(dataset, database).run(file));
  }

  static void must(PulseCommand ended) {
    if (ended.exitCode() != 0) {
      throw new AssertionError(ended.toString());
    }
  }
}
