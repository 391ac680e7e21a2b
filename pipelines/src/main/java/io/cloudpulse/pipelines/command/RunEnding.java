package io.cloudpulse.pipelines.command;

import io.cloudpulse.pipelines.flags.ExitCode;
import io.cloudpulse.pipelines.flags.MoveSettings;
import io.cloudpulse.pipelines.move.RunReport;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Why a run that came to its end is a failure all the same, and what to do about it. */
final class RunEnding {
  private RunEnding() {}

  static Optional<String> of(RunReport report, MoveSettings settings) {
    return switch (report.exitCode()) {
      case ExitCode.TOO_MANY_REFUSED -> Optional.of(tooMany(report, settings.maxRefused()));
      case ExitCode.UNBALANCED -> Optional.of(unbalanced(report));
      default -> Optional.empty();
    };
  }

  private static String tooMany(RunReport report, double allowed) {
    long bySinks = report.refusedBySink().values().stream().mapToLong(n -> n).max().orElse(0);
    long refused = report.refused() + bySinks;
    return String.format(
        Locale.ROOT,
        "%,d of %,d records were refused, more than --maxRefused=%s allows%s. All others are"
            + " stored.%nTo see them: ./pulse dead-letters list. If that many may be wrong:"
            + " --maxRefused=%.3f",
        refused,
        report.read(),
        allowed,
        mostly(report.refusedByReason()),
        Math.min(1, Math.ceil(refused * 1000.0 / report.read()) / 1000));
  }

  private static String mostly(Map<String, Long> reasons) {
    return reasons.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(reason -> " (most often: " + reason.getKey() + ")")
        .orElse("");
  }

  private static String unbalanced(RunReport report) {
    return "The report does not balance: "
        + String.join("; ", report.imbalance())
        + ".\nRows may be missing. Run the same command again: it repeats nothing that is stored."
        + " If it still does not balance, that is a fault of Cloud Pulse: please report it.";
  }
}
