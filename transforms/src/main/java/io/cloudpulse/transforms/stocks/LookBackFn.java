package io.cloudpulse.transforms.stocks;

import io.cloudpulse.transforms.VersionedRecord;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;

/** Makes the rows of a share's term of all that a batch has about it. */
final class LookBackFn extends DoFn<KV<KV<String, Long>, Iterable<Price>>, VersionedRecord> {
  private static final long serialVersionUID = 1;

  private final SignalRows rows;

  LookBackFn(int generation) {
    this.rows = new SignalRows(generation);
  }

  @ProcessElement
  public void look(
      @Element KV<KV<String, Long>, Iterable<Price>> about, OutputReceiver<VersionedRecord> out) {
    Term term = new Term(about.getKey().getValue());
    PriceSet prices = new PriceSet();
    for (Price price : about.getValue()) {
      boolean unused = prices.add(price);
    }
    rows.tell(about.getKey().getKey(), prices, term.first(), term.last(), out::output);
  }
}
