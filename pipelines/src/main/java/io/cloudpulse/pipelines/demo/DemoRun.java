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
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;

/** One run, by the very flags that the reader is shown. */
record DemoRun(String dataset, String source, String sink, List<String> more) {
  DemoRun(String dataset, String source, String sink) {
    this(dataset, source, sink, List.of());
  }

  List<String> flags() {
    List<String> flags =
        new ArrayList<>(List.of("--dataset=" + dataset, "--source=" + source, "--sink=" + sink));
    flags.addAll(more);
    return flags;
  }

  String command() {
    return flags().stream()
        .map(DemoRun::forShell)
        .collect(Collectors.joining(" ", "./pulse run ", ""));
  }

  /** For a shell, to which an ampersand is the end of a command. */
  private static String forShell(String flag) {
    return flag.matches("[\\w%+=:,./-]+") ? flag : "'" + flag + "'";
  }

  /** The same stream, ending where its topic ends now. */
  DemoRun untilEnd() {
    return with(List.of("--until=end"));
  }

  /** The same with more flags. */
  DemoRun with(List<String> others) {
    return new DemoRun(
        dataset, source, sink, Stream.concat(more.stream(), others.stream()).toList());
  }

  RunReport run() {
    MoveFlags flags = CommandLine.populateCommand(new MoveFlags(), flags().toArray(new String[0]));
    MoveSettings settings = MoveSettingsReader.read(flags, new Problems());
    Move move = Move.prepare(settings, RunIds.of(settings, Clock.systemUTC()));
    return new MoveRun(move, "", Watchers.none()).run();
  }
}
