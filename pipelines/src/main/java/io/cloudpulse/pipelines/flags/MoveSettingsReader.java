package io.cloudpulse.pipelines.flags;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.file.Datasets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@link MoveFlags} into {@link MoveSettings}; past it nothing sees a flag. */
public final class MoveSettingsReader {
  private static final String FILES = "files:";

  private final MoveFlags flags;
  private final Problems problems;

  private MoveSettingsReader(MoveFlags flags, Problems problems) {
    this.flags = flags;
    this.problems = problems;
  }

  /**
   * Reads every flag.
   *
   * @param problems what is known to be wrong with flags that are none of these
   * @throws StoppedException with every problem, if a flag is wrong
   */
  public static MoveSettings read(MoveFlags flags, Problems problems) {
    return new MoveSettingsReader(flags, problems).read();
  }

  private MoveSettings read() {
    Dataset dataset = dataset();
    String glob = glob();
    List<SinkAddress> sinks = sinks();
    checkDeadLetters();
    checkMode();
    RunnerProfile runner = runner();
    double maxRefused = maxRefused();
    Optional<Instant> asOf = asOf();
    boolean refuseUnknown = refuseUnknown();
    BeamFlags.check(flags.others(), problems);
    problems.stopIfAny();
    return new MoveSettings(
        dataset,
        glob,
        sinks,
        Optional.ofNullable(flags.deadLetters),
        runner,
        maxRefused,
        asOf,
        refuseUnknown,
        runner.with(flags.others()));
  }

  private Dataset dataset() {
    if (flags.dataset == null) {
      problems.missing("dataset", "what kind of records to move", "northwind.orders");
      return null;
    }
    try {
      return Datasets.resolve(flags.dataset);
    } catch (RuntimeException wrong) {
      problems.add(wrong.getMessage());
      return null;
    }
  }

  private String glob() {
    if (flags.source == null) {
      problems.missing("source", "where the records come from", "files:data/orders*.csv");
      return "";
    }
    if (!flags.source.startsWith(FILES) || flags.source.length() == FILES.length()) {
      problems.flag("source", flags.source, "files:<glob>", "files:data/orders*.csv");
      return "";
    }
    return flags.source.substring(FILES.length());
  }

  private List<SinkAddress> sinks() {
    if (flags.sink == null) {
      problems.missing("sink", "where the records go", "postgres");
      return List.of();
    }
    List<SinkAddress> sinks = new ArrayList<>();
    for (String text : flags.sink.split(",", -1)) {
      SinkAddresses.read("sink", text, problems).ifPresent(sinks::add);
    }
    if (sinks.stream().map(SinkAddress::name).distinct().count() < sinks.size()) {
      problems.add(
          "--sink names two PostgreSQL databases, but a run counts into one."
              + " Run once for each: --sink="
              + flags.sink.split(",", 2)[0]);
    }
    return sinks;
  }

  private void checkDeadLetters() {
    if (flags.deadLetters != null) {
      var unused = DeadLetterFlag.read("deadLetters", flags.deadLetters, problems);
    }
  }

  private void checkMode() {
    if (flags.mode != null && !flags.mode.equals("batch")) {
      problems.flag("mode", flags.mode, "batch: files end", "batch");
    }
  }

  private RunnerProfile runner() {
    if (!RunnerProfile.NAMES.contains(flags.runner)) {
      problems.flag(
          "runner", flags.runner, "one of " + String.join(", ", RunnerProfile.NAMES), "flink");
      return null;
    }
    return RunnerProfile.named(flags.runner);
  }

  private double maxRefused() {
    try {
      double fraction = Double.parseDouble(flags.maxRefused);
      if (fraction >= 0 && fraction <= 1) {
        return fraction;
      }
    } catch (NumberFormatException e) {
      // Told below, as any other wrong fraction.
    }
    problems.flag("maxRefused", flags.maxRefused, "a fraction from 0 to 1", "0.05");
    return 0;
  }

  private Optional<Instant> asOf() {
    if (flags.asOf == null) {
      return Optional.empty();
    }
    try {
      Instant time =
          flags.asOf.length() == 10
              ? LocalDate.parse(flags.asOf).atStartOfDay(ZoneOffset.UTC).toInstant()
              : OffsetDateTime.parse(flags.asOf).toInstant();
      if (time.isAfter(Instant.EPOCH)) {
        return Optional.of(time);
      }
    } catch (DateTimeException e) {
      // Told below, as a time before 1970.
    }
    problems.flag("asOf", flags.asOf, "a date or a time after 1970", "2024-03-15T00:00:00Z");
    return Optional.empty();
  }

  private boolean refuseUnknown() {
    if (!List.of("ignore", "refuse").contains(flags.unknownColumns)) {
      problems.flag("unknownColumns", flags.unknownColumns, "ignore or refuse", "ignore");
    }
    return flags.unknownColumns.equals("refuse");
  }
}
