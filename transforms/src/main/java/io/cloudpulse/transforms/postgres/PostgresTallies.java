package io.cloudpulse.transforms.postgres;

import io.cloudpulse.transforms.RangeTally;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PDone;

/**
 * Keeps what a run read in {@code pulse.read_ranges}, one row a range: a retried range replaces its
 * own. Bounded or not, from any window.
 */
public final class PostgresTallies extends PTransform<PCollection<RangeTally>, PDone> {
  private static final long serialVersionUID = 1;

  private final PostgresAddress database;
  private final String run;

  private PostgresTallies(PostgresAddress database, String run) {
    this.database = database;
    this.run = run;
  }

  /** The table is made by the sink's or the dead letters' {@code prepare()}. */
  public static PostgresTallies into(PostgresAddress database, String run) {
    return new PostgresTallies(database, run);
  }

  @Override
  public PDone expand(PCollection<RangeTally> tallies) {
    PCollection<Void> kept =
        tallies.apply("Keep tallies", ParDo.of(new KeepTalliesFn(database, run)));
    return PDone.in(kept.getPipeline());
  }
}
