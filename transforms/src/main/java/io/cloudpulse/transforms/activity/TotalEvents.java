package io.cloudpulse.transforms.activity;

import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.SimpleFunction;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollection.IsBounded;

/**
 * Totals the distinct events of each key and window. A batch unites them as sets, which it drops
 * with the window; a stream's are {@link KeepDistinctEvents distinct already}, and an open window
 * of it keeps its totals alone.
 */
final class TotalEvents<K>
    extends PTransform<PCollection<KV<K, TupleSet>>, PCollection<KV<K, EventTotals>>> {
  private static final long serialVersionUID = 1;

  private final Coder<K> keys;

  private TotalEvents(Coder<K> keys) {
    this.keys = keys;
  }

  static <K> TotalEvents<K> of(Coder<K> keys) {
    return new TotalEvents<>(keys);
  }

  @Override
  public PCollection<KV<K, EventTotals>> expand(PCollection<KV<K, TupleSet>> events) {
    return events.isBounded() == IsBounded.BOUNDED
        ? events
            .apply("Unite", Combine.perKey(new UniteEventsFn()))
            .apply("Add up", MapElements.via(new OfSetFn<>()))
            .setCoder(KvCoder.of(keys, new EventTotals.Coder()))
        : events.apply("Add up", Combine.perKey(new AddEventsFn()));
  }

  private static final class OfSetFn<K>
      extends SimpleFunction<KV<K, TupleSet>, KV<K, EventTotals>> {
    private static final long serialVersionUID = 1;

    @Override
    public KV<K, EventTotals> apply(KV<K, TupleSet> united) {
      return KV.of(united.getKey(), EventTotals.of(united.getValue()));
    }
  }
}
