package io.cloudpulse.pipelines.flags;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads whether a stream is run in rounds, and how they are cut. */
final class RoundSettingsReader {
  private static final int MOST = 1_000_000_000;
  private static final Duration SHORTEST = Duration.ofMillis(100);

  private final MoveFlags flags;
  private final Problems problems;
  private final Texts texts;

  RoundSettingsReader(MoveFlags flags, Problems problems) {
    this.flags = flags;
    this.problems = problems;
    this.texts = new Texts(problems);
  }

  /** Empty for a batch, and for a stream that runs without rounds. */
  Optional<RoundSettings> read(SourceAddress source, boolean streaming) {
    RoundSettings settings =
        new RoundSettings(
            texts.number("roundSize", flags.stream.roundSize, 1, MOST),
            texts.duration("roundPause", flags.stream.roundPause, SHORTEST));
    boolean wanted = wanted();
    if (wanted && streaming && source instanceof SourceAddress.Files files) {
      problems.add(
          "--source was \"%s\", but a stream in rounds reads a topic, whose offsets say where a"
                  .formatted(files.written())
              + " round ends; a folder is watched without them: --rounds=false --runner=flink");
    }
    if (!streaming && flags.stream.rounds != null && wanted) {
      problems.add(
          "--rounds says how a stream is run, but this is a batch: leave it out, or add"
              + " --mode=streaming");
    }
    return Optional.of(settings).filter(unused -> wanted && streaming);
  }

  private boolean wanted() {
    boolean onSpark = "spark".equals(flags.runner);
    String text = flags.stream.rounds;
    if (text == null) {
      return onSpark;
    }
    if (!List.of("true", "false").contains(text)) {
      problems.flag("rounds", text, "true or false", "true");
    }
    if (onSpark && text.equals("false")) {
      problems.add(
          "--rounds was \"false\", but on Spark a stream runs in rounds: Beam's own streaming"
              + " loses data there when it is started again, and has no timers. Leave --rounds"
              + " out, or take another runner: --runner=flink");
    }
    if (text.equals("true") && RunnerProfile.isElsewhere(flags.runner)) {
      problems.add(
          "--rounds: this process runs the rounds, but a job of --runner=%s goes on without it, as"
                  .formatted(flags.runner)
              + " a stream of its own: leave --rounds out");
    }
    return text.equals("true");
  }
}
