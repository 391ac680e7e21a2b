package io.cloudpulse.pipelines.deadletters;

import io.cloudpulse.pipelines.flags.DatabaseAddress;
import io.cloudpulse.pipelines.flags.DeadLetterFlag;
import io.cloudpulse.pipelines.flags.MoveSettings;
import io.cloudpulse.pipelines.flags.Problems;
import io.cloudpulse.pipelines.flags.ReplaySettings;
import io.cloudpulse.pipelines.flags.SinkAddress;
import io.cloudpulse.pipelines.local.PulseHome;
import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.postgres.PostgresAddress;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PDone;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Where a run keeps what was refused. Prints as a person should read it. */
public interface DeadLetterAddress extends Serializable {
  /** Where a move keeps them: where its flags say, else in its first database, else in files. */
  static DeadLetterAddress of(MoveSettings settings) {
    return of(
        "deadLetters", settings.deadLetters(), settings.sinks(), settings.ledger().database());
  }

  /** Where a replay finds them: where its flags say, else where a move to its sinks keeps them. */
  static DeadLetterAddress of(ReplaySettings settings) {
    return of("from", settings.from(), settings.sinks(), settings.ledger().database());
  }

  private static DeadLetterAddress of(
      String flag, Optional<String> address, List<SinkAddress> sinks, PostgresAddress ledger) {
    Problems problems = new Problems();
    Optional<DeadLetterAddress> named =
        address
            .flatMap(text -> DeadLetterFlag.read(flag, text, problems))
            .map(place -> of(place, ledger));
    problems.stopIfAny();
    return named.orElseGet(() -> ownPlace(sinks));
  }

  private static DeadLetterAddress ownPlace(List<SinkAddress> sinks) {
    return sinks.stream()
        .filter(DatabaseAddress.class::isInstance)
        .<DeadLetterAddress>map(sink -> new InPostgres(((DatabaseAddress) sink).database()))
        .findFirst()
        .orElseGet(() -> new InFiles(PulseHome.folder().resolve("dead-letters").toString()));
  }

  /** Reads an address; one that is none becomes a problem, and is empty. */
  static Optional<DeadLetterAddress> read(String flag, String text, Problems problems) {
    return DeadLetterFlag.read(flag, text, problems).map(place -> of(place, null));
  }

  private static DeadLetterAddress of(DeadLetterFlag flag, @Nullable PostgresAddress ledger) {
    if (flag.pubsub().isPresent()) {
      return new InPubsub(flag.pubsub().get(), ledger);
    }
    if (flag.topic().isPresent()) {
      return InTopic.of(flag.topic().get());
    }
    return flag.database().isPresent()
        ? new InPostgres(flag.database().get())
        : new InFiles(flag.folder());
  }

  /**
   * Makes the place ready, before the job starts.
   *
   * @throws IllegalStateException if it cannot be reached
   */
  void prepare();

  PTransform<PCollection<DeadLetter>, PDone> write();

  /** How many dead letters a run left, by step, each counted once. */
  Map<String, Long> countedByStep(String run);

  /** The ids of all that a step refused of a dataset and no replay has brought home since. */
  Set<String> ids(String dataset, String step);

  /** All that is kept there. */
  LetterBox open();
}
