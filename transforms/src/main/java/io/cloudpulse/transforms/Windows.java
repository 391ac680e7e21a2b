package io.cloudpulse.transforms;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;

/** How the records of one dataset are cut into windows, and what is computed of them. */
public interface Windows {
  /** How far behind the watermark a record of a stream still counts. */
  Duration allowedLateness();

  /**
   * The same for a source whose records come long after they happened, in no order: none is too
   * late, and what each corrects is kept for as long as the job runs.
   */
  Windows neverTooLate();

  /** What the records go through before they are computed on; empty for nothing. */
  Optional<PTransform<PCollection<VersionedRecord>, PCollection<VersionedRecord>>> distinct();

  /** What is computed of them then. */
  List<Aggregate> aggregates();

  /**
   * Statements that make views of the aggregates in PostgreSQL, once their tables are there.
   * Running them again changes nothing.
   */
  List<String> views();
}
