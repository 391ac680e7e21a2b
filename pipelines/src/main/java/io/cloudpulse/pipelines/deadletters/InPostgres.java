package io.cloudpulse.pipelines.deadletters;

import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.postgres.PostgresAddress;
import io.cloudpulse.transforms.postgres.PostgresDeadLetters;
import java.util.Map;
import java.util.Set;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PDone;

/** Dead letters in the table {@code pulse.dead_letters} of a database. */
record InPostgres(PostgresAddress database) implements DeadLetterAddress {
  private static final long serialVersionUID = 1;

  @Override
  public void prepare() {
    PostgresDeadLetters.into(database).prepare();
  }

  @Override
  public PTransform<PCollection<DeadLetter>, PDone> write() {
    return PostgresDeadLetters.into(database);
  }

  @Override
  public Map<String, Long> countedByStep(String run) {
    return open().countedByStep(run);
  }

  @Override
  public Set<String> ids(String dataset, String step) {
    return open().ids(dataset, step);
  }

  @Override
  public LettersInTable open() {
    return new LettersInTable(database);
  }

  @Override
  public String toString() {
    return "table pulse.dead_letters in " + database;
  }
}
