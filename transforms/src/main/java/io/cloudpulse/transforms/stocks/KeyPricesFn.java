package io.cloudpulse.transforms.stocks;

import io.cloudpulse.transforms.Lateness;
import io.cloudpulse.transforms.VersionedRecord;
import java.time.Duration;
import javax.annotation.Nullable;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.joda.time.Instant;

/**
 * Reads prices of records, and hands each to the terms from which it is looked back on, by share
 * and number. Of a stream it leaves out what came {@link Lateness too late}; of a batch nothing,
 * whose timestamps say nothing.
 */
final class KeyPricesFn extends DoFn<VersionedRecord, KV<KV<String, Long>, Price>> {
  private static final long serialVersionUID = 1;

  private final PriceFields fields = PriceFields.shipped();
  @Nullable private final Duration allowed;

  KeyPricesFn(@Nullable Duration allowed) {
    this.allowed = allowed;
  }

  @ProcessElement
  public void key(
      @Element VersionedRecord record,
      @Timestamp Instant stamped,
      OutputReceiver<KV<KV<String, Long>, Price>> out) {
    if (allowed != null && isLate(record, stamped)) {
      return;
    }
    Price price = fields.read(record);
    String symbol = fields.symbol(record);
    long last = Term.lastAbout(price.day()).number();
    for (long term = Term.of(price.day()).number(); term <= last; term++) {
      out.output(KV.of(KV.of(symbol, term), price));
    }
  }

  private boolean isLate(VersionedRecord record, Instant stamped) {
    return Lateness.isLate(
        stamped, Instant.ofEpochMilli(fields.time(record).toEpochMilli()), allowed);
  }
}
