package io.cloudpulse.transforms;

import io.cloudpulse.schemas.Dataset;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;

/**
 * A dataset and what computes its rows, of a batch or a stream alike.
 *
 * @param compute takes records, or what {@link Windows#distinct} lets through of them; gives rows
 *     for any sink, in the global window
 */
public record Aggregate(
    Dataset dataset,
    PTransform<PCollection<VersionedRecord>, PCollection<VersionedRecord>> compute) {

  /** Such as {@code activity.user_days}. */
  public String name() {
    return dataset.name();
  }
}
