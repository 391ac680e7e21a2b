package io.cloudpulse.serving.store;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The script that moves data: serving itself moves none.
 *
 * @param script {@code pulse}, or what takes the same flags
 * @param database whose dead letters are served, as {@code --from} takes it
 * @param datasetFiles those of datasets that are not shipped, by name
 * @param patience how long a command may take
 */
public record Launcher(
    Path script, String database, Map<String, String> datasetFiles, Duration patience) {
  public Launcher {
    datasetFiles = Map.copyOf(datasetFiles);
  }

  /**
   * The command that sends one dead letter again.
   *
   * @param id 32 hexadecimal digits, so that it can be nothing but an id
   * @param sinks addresses between commas
   * @param report where it leaves its report
   */
  public List<String> replay(String id, String dataset, String sinks, Path report) {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(script.toString(), "dead-letters", "replay", id));
    command.addAll(List.of("--sink=" + sinks, "--report=" + report, "--quiet"));
    if (!sinks.contains("jdbc:postgresql:")) {
      command.addAll(List.of("--from=" + database, "--ledger=" + database));
    }
    if (datasetFiles.containsKey(dataset)) {
      command.add("--datasetFile=" + datasetFiles.get(dataset));
    }
    return command;
  }
}
