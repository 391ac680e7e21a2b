package io.cloudpulse.pipelines.move;

import io.cloudpulse.pipelines.flags.MoveSettings;
import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.postgres.PostgresAddress;
import io.cloudpulse.transforms.postgres.PostgresDeadLetters;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PDone;

/** Where a move keeps what was refused. */
record DeadLetterAddress(PostgresAddress database) {
  static DeadLetterAddress of(MoveSettings settings) {
    return new DeadLetterAddress(settings.sinks().get(0).database());
  }

  PTransform<PCollection<DeadLetter>, PDone> write() {
    return PostgresDeadLetters.into(database);
  }

  @Override
  public String toString() {
    return "table pulse.dead_letters in " + database;
  }
}
