package io.cloudpulse.transforms.postgres;

import io.cloudpulse.transforms.DeadLetter;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PDone;

/**
 * Keeps dead letters in {@code pulse.dead_letters}, each once. Seen again in the same run, it was a
 * retry and changes nothing; seen in a later run, it counts one more attempt and is open again.
 * Bounded or not, from any window.
 */
public final class PostgresDeadLetters extends PTransform<PCollection<DeadLetter>, PDone> {
  private static final long serialVersionUID = 1;

  private final PostgresAddress database;

  private PostgresDeadLetters(PostgresAddress database) {
    this.database = database;
  }

  public static PostgresDeadLetters into(PostgresAddress database) {
    return new PostgresDeadLetters(database);
  }

  /** Creates the table, where it is not there. */
  public void prepare() {
    PostgresPreparation.of(database).prepare();
  }

  @Override
  public PDone expand(PCollection<DeadLetter> letters) {
    PCollection<Void> kept =
        letters.apply("Keep dead letters", ParDo.of(new KeepDeadLettersFn(database)));
    return PDone.in(kept.getPipeline());
  }
}
