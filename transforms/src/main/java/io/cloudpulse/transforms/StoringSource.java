package io.cloudpulse.transforms;

import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;

/**
 * A source that can store what it reads in the step that reads it, where nobody else wants the
 * records: between reading and storing there is then only a method call.
 *
 * @param <W> a piece of its work
 */
public interface StoringSource<W> {
  /** Lists the work and shares it out. */
  PTransform<PBegin, PCollection<W>> work();

  /**
   * Does the work. Of {@link ReadOutputs}, it returns those refused, by the source or by the store,
   * and the tallies.
   */
  PTransform<PCollection<W>, PCollectionTuple> storing(RowStore store);
}
