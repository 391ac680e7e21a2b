package io.cloudpulse.transforms;

import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;

/** A place records end in. Implementations differ in system, never in the promises below. */
public interface Sink {
  /** What the run report calls it, such as {@code postgres}. */
  String name();

  /** Short address for step names, dead letters and errors: {@code postgres:northwind.orders}. */
  String address();

  /** What a reader of the target sees after a retried bundle. */
  Delivery delivery();

  /** Whether it counts which records changed nothing; a target that does not say it cannot. */
  default boolean tellsSuperseded() {
    return true;
  }

  /** What makes the target where it is not there, in the system's own words; asks no server. */
  List<String> definition();

  /** Looks at the target as {@link #prepare} would, and changes nothing. Never throws. */
  TargetState inspect();

  /**
   * Makes the target ready before the job starts: creates what is missing and leaves alone what
   * fits.
   *
   * @throws UnfitTarget if what is there cannot take these records; nothing was changed then
   */
  void prepare();

  /**
   * Writes every record, in any order, and returns those the target refused for good. Transient
   * trouble (a lost connection, a deadlock) is waited out and then thrown, so that the runner
   * retries the bundle.
   */
  PTransform<PCollection<VersionedRecord>, PCollection<DeadLetter>> write();

  /**
   * What is left to do once, when the job has ended and brought all of its records.
   *
   * @throws IllegalStateException if it cannot be done: then a new run does it all again
   */
  default void complete() {}

  /** How records get there, for a plan; empty where there is one way. */
  default String way() {
    return "";
  }

  /** A way in for what is read in the same step; empty if there is only {@link #write}. */
  default Optional<RowStore> store() {
    return Optional.empty();
  }

  /** What is left in the target when a bundle was retried. */
  enum Delivery {
    /** A row may be there twice. */
    AT_LEAST_ONCE,
    /** Retries leave no trace. */
    EFFECTIVELY_ONCE
  }
}
