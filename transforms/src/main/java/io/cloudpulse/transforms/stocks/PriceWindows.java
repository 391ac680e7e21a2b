package io.cloudpulse.transforms.stocks;

import io.cloudpulse.transforms.Aggregate;
import io.cloudpulse.transforms.VersionedRecord;
import io.cloudpulse.transforms.Windows;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;

/**
 * How prices are looked back on.
 *
 * @param generation of the rows: a rebuild has a higher one, from 0 to {@link #LAST_GENERATION}
 * @param earlyFirings how long after news of a share its rows are told, of a stream. Needs
 *     processing time of the runner
 * @param allowedLateness how far behind the watermark a price of a stream still counts
 */
public record PriceWindows(int generation, Duration earlyFirings, Duration allowedLateness)
    implements Windows, Serializable {
  private static final long serialVersionUID = 1;
  private static final Duration EVER = Duration.ofDays(36_500);

  /** More do not fit into a version. */
  public static final int LAST_GENERATION = SignalVersion.LAST_GENERATION;

  /** A price that is so old is in no look-back of today. */
  public static final Duration USUAL_LATENESS = Duration.ofDays(LookBack.DAYS);

  public PriceWindows {
    boolean fits = generation >= 0 && generation <= LAST_GENERATION;
    require(fits, "generation", generation, "0 to " + LAST_GENERATION);
    require(!earlyFirings.isNegative(), "earlyFirings", earlyFirings, "0 or longer");
    require(!allowedLateness.isNegative(), "allowedLateness", allowedLateness, "0 or longer");
  }

  private static void require(boolean holds, String name, Object was, String allowed) {
    if (!holds) {
      throw new IllegalArgumentException(name + " was " + was + ", but must be " + allowed);
    }
  }

  /** Told each second, {@link #USUAL_LATENESS} late at most. */
  public static PriceWindows ofGeneration(int generation) {
    return new PriceWindows(generation, Duration.ofSeconds(1), USUAL_LATENESS);
  }

  @Override
  public PriceWindows neverTooLate() {
    return new PriceWindows(generation, earlyFirings, EVER);
  }

  /** What is kept of prices is a set: one that comes twice changes nothing. */
  @Override
  public Optional<PTransform<PCollection<VersionedRecord>, PCollection<VersionedRecord>>>
      distinct() {
    return Optional.empty();
  }

  @Override
  public List<Aggregate> aggregates() {
    return List.of(new Aggregate(ComputeSignals.DATASET, ComputeSignals.in(this)));
  }

  @Override
  public List<String> views() {
    return List.of();
  }
}
