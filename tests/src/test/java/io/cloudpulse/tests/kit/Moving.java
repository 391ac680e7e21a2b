package io.cloudpulse.tests.kit;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudpulse.pipelines.move.RunReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Moves files of one dataset into one database with the real program.
 *
 * @param dataset name of a shipped one, or the path of a dataset's file
 */
public record Moving(String dataset, Database database, String runner, List<String> more) {

  /** On Direct, which starts fastest. */
  public static Moving of(String dataset, Database database) {
    return new Moving(dataset, database, "direct", List.of());
  }

  public Moving on(String otherRunner) {
    return new Moving(dataset, database, otherRunner, more);
  }

  public Moving with(String... flags) {
    List<String> all = new ArrayList<>(more);
    all.addAll(List.of(flags));
    return new Moving(dataset, database, runner, all);
  }

  /** The command line that moves a glob. */
  public List<String> args(String glob) {
    List<String> args = new ArrayList<>();
    args.add("run");
    args.add("--dataset=" + dataset);
    args.add("--source=files:" + glob);
    args.add("--sink=" + database.sink());
    args.add("--runner=" + runner);
    args.addAll(more);
    return args;
  }

  /** How the command ends, whatever it says. */
  public PulseCommand run(Object glob) {
    return PulseCommand.run(args(glob.toString()).toArray(String[]::new));
  }

  /** Moves to the end and reads the report that was written; the exit code stands in it. */
  public RunReport move(Object glob) {
    try {
      Path file = Files.createTempFile("pulse-report", ".json");
      try {
        PulseCommand ended = with("--report=" + file).run(glob);
        if (Files.size(file) == 0) {
          throw new AssertionError("exit " + ended.exitCode() + ": " + ended.err());
        }
        return new ObjectMapper().readValue(file.toFile(), RunReport.class);
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
