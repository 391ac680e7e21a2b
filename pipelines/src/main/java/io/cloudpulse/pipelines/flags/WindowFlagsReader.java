package io.cloudpulse.pipelines.flags;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.aggregates.Aggregated;
import io.cloudpulse.schemas.file.Datasets;
import io.cloudpulse.transforms.Windows;
import io.cloudpulse.transforms.activity.ActivityWindows;
import io.cloudpulse.transforms.stocks.PriceWindows;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads how the records of a dataset are summed up. */
final class WindowFlagsReader {
  private static final Duration LATENESS_OF_EVENTS = Duration.ofHours(1);

  private final WindowFlags flags;
  private final Problems problems;
  private final Texts texts;

  WindowFlagsReader(WindowFlags flags, Problems problems) {
    this.flags = flags;
    this.problems = problems;
    this.texts = new Texts(problems);
  }

  /**
   * Empty for a dataset that nothing is computed of, and if that is not wanted.
   *
   * @param dataset null if there is none
   */
  Optional<Windows> read(Dataset dataset) {
    Optional<Aggregated> origin =
        Optional.ofNullable(dataset).flatMap(named -> Aggregated.of(named.name()));
    if (!List.of("on", "off").contains(flags.aggregates)) {
      problems.flag("aggregates", flags.aggregates, "on or off", "on");
    }
    Windows windows = origin.map(this::of).orElseGet(this::ofEvents);
    if (origin.isEmpty() || !flags.aggregates.equals("on")) {
      return Optional.empty();
    }
    checkFields(dataset);
    return Optional.of(windows);
  }

  private Windows of(Aggregated origin) {
    return switch (origin) {
      case EVENTS -> ofEvents();
      case PRICES -> ofPrices();
    };
  }

  private Windows ofEvents() {
    return new ActivityWindows(
        texts.number("generation", flags.generation, 0, 1_000_000),
        texts.duration("earlyFirings", flags.earlyFirings),
        lateness(LATENESS_OF_EVENTS),
        texts.duration("sessionGap", flags.sessionGap, Duration.ofMillis(1)),
        texts.number("exactUsers", flags.exactUsers, 0, Integer.MAX_VALUE));
  }

  private Windows ofPrices() {
    return new PriceWindows(
        texts.number("generation", flags.generation, 0, PriceWindows.LAST_GENERATION),
        texts.duration("earlyFirings", flags.earlyFirings),
        lateness(PriceWindows.USUAL_LATENESS));
  }

  private Duration lateness(Duration usual) {
    return flags.allowedLateness == null
        ? usual
        : texts.duration("allowedLateness", flags.allowedLateness);
  }

  /** Aggregates find values by their places in the shipped dataset. */
  private void checkFields(Dataset dataset) {
    if (!columns(dataset).equals(columns(Datasets.named(dataset.name())))) {
      problems.add(
          "--aggregates computes rows of the shipped dataset "
              + dataset.name()
              + ", but this file of that name has other fields. Type --aggregates=off, or give it"
              + " another name");
    }
  }

  private static List<String> columns(Dataset dataset) {
    return dataset.fields().stream().map(field -> field.name() + " " + field.type()).toList();
  }
}
