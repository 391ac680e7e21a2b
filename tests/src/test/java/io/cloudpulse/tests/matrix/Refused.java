package io.cloudpulse.tests.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.pipelines.flags.ExitCode;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is refused, and why. Any other refusal is a mistake: of the product, or in the flags that
 * the matrix itself gives.
 */
enum Refused {
  WATCHED_IN_ROUNDS(
      ExitCode.WRONG_FLAGS,
      "--source was \"files:orders*.csv\", but a stream in rounds reads a topic, whose offsets say"
          + " where a round ends; a folder is watched without them: --rounds=false --runner=flink") {
    @Override
    boolean covers(Cell cell, Input input) {
      return inRounds(cell) && cell.source() == Source.FILES;
    }
  },
  WINDOWS_WITHOUT_LOG(
      ExitCode.PLAN_REFUSED,
      "windows in rounds are summed up from the source's whole log, and a subscription has none:"
          + " leave them out (--aggregates=off), or run it as a stream of its own"
          + " (--runner=flink --rounds=false)") {
    @Override
    boolean covers(Cell cell, Input input) {
      return inRounds(cell) && cell.source() == Source.PUBSUB && input.tables().size() > 1;
    }
  },
  NOBODY_TO_ACKNOWLEDGE(
      ExitCode.PLAN_REFUSED,
      "--mode was \"batch\", but a batch's messages are acknowledged by the launcher when it has"
          + " ended, and a job of --runner=dataflow goes on without it: --mode=streaming") {
    @Override
    boolean covers(Cell cell, Input input) {
      return cell.place() == Place.DATAFLOW
          && cell.mode() == Mode.BATCH
          && cell.source() == Source.PUBSUB;
    }
  };

  private static final Pattern PLANNED =
      Pattern.compile("(?s).*A run with these flags is refused \\(exit 3\\):\\s+- (.*)\nhash.*");

  private final int exitCode;
  private final String words;

  Refused(int exitCode, String words) {
    this.exitCode = exitCode;
    this.words = words;
  }

  abstract boolean covers(Cell cell, Input input);

  private static boolean inRounds(Cell cell) {
    return cell.mode() == Mode.STREAMING && cell.place().runner().equals("spark");
  }

  /** Why a cell must be refused; empty if it must not. */
  static Optional<Refused> of(Cell cell, Input input) {
    return Arrays.stream(values()).filter(each -> each.covers(cell, input)).findFirst();
  }

  /** Asserts that this was the reason, and the only one; gives the words. */
  String told(Ended ended, String source) {
    assertThat(ended.exitCode()).as(ended.said()).isEqualTo(exitCode);
    assertThat(reason(ended.said()).replace(source, "files:orders*.csv")).isEqualTo(words);
    return words;
  }

  /** A plan tells it at its end, a run says at last that nothing was written. */
  private static String reason(String said) {
    Matcher planned = PLANNED.matcher(said);
    String reason = planned.matches() ? planned.group(1) : said;
    return reason.replace("Nothing was written.", "").strip().replace('\n', ' ');
  }
}
