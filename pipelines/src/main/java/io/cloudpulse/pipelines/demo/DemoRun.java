package io.cloudpulse.pipelines.demo;

import io.cloudpulse.pipelines.flags.MoveFlags;
import io.cloudpulse.pipelines.flags.MoveSettings;
import io.cloudpulse.pipelines.flags.MoveSettingsReader;
import io.cloudpulse.pipelines.flags.Problems;
import io.cloudpulse.pipelines.live.Watchers;
import io.cloudpulse.pipelines.move.Move;
import io.cloudpulse.pipelines.move.MoveRun;
import io.cloudpulse.pipelines.move.RunIds;
import io.cloudpulse.pipelines.move.RunReport;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import picocli.CommandLine;

/** One run, by the very flags that the reader is shown. */
record DemoRun(String dataset, Path file, String sink) {
  List<String> flags() {
    return List.of("--dataset=" + dataset, "--source=files:" + file, "--sink=" + sink);
  }

  String command() {
    return "./pulse run --dataset=%s --source=files:%s --sink=%s"
        .formatted(dataset, file, quoted());
  }

  /** For a shell, to which an ampersand is the end of a command. */
  private String quoted() {
    return sink.contains("&") ? "'" + sink + "'" : sink;
  }

  RunReport run() {
    MoveFlags flags = CommandLine.populateCommand(new MoveFlags(), flags().toArray(new String[0]));
    MoveSettings settings = MoveSettingsReader.read(flags, new Problems());
    Move move = Move.prepare(settings, RunIds.next(Clock.systemUTC()));
    return new MoveRun(move, "", Watchers.none()).run();
  }
}
