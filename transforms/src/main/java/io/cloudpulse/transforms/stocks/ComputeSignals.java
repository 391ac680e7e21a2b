package io.cloudpulse.transforms.stocks;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.stocks.StockDatasets;
import io.cloudpulse.transforms.VersionedRecord;
import io.cloudpulse.transforms.VersionedRecordCoder;
import java.time.Duration;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollection.IsBounded;

/**
 * Computes for each share and trading day what its prices of the last 53 weeks say: see {@link
 * LookBack}. A row's version is {@link SignalVersion}. A price that comes late, is corrected or
 * deleted corrects the rows of all days that look back on it. Of a stream, rows are told soon after
 * their prices came, whatever the watermark; a share keeps a price for as long as another may come
 * that is looked back on together with it.
 */
public final class ComputeSignals
    extends PTransform<PCollection<VersionedRecord>, PCollection<VersionedRecord>> {
  private static final long serialVersionUID = 1;

  /** The rows it makes. */
  public static final Dataset DATASET = StockDatasets.SIGNALS;

  private static final KvCoder<KV<String, Long>, Price> KEYED =
      KvCoder.of(KvCoder.of(StringUtf8Coder.of(), VarLongCoder.of()), new Price.Coder());

  private final PriceWindows windows;

  private ComputeSignals(PriceWindows windows) {
    this.windows = windows;
  }

  public static ComputeSignals in(PriceWindows windows) {
    return new ComputeSignals(windows);
  }

  @Override
  public PCollection<VersionedRecord> expand(PCollection<VersionedRecord> prices) {
    boolean bounded = prices.isBounded() == IsBounded.BOUNDED;
    PCollection<KV<KV<String, Long>, Price>> byTerm =
        prices
            .apply("Share out by term", ParDo.of(new KeyPricesFn(bounded ? null : lateness())))
            .setCoder(KEYED);
    return (bounded ? look(byTerm) : follow(byTerm)).setCoder(VersionedRecordCoder.of(DATASET));
  }

  private Duration lateness() {
    return windows.allowedLateness();
  }

  private PCollection<VersionedRecord> look(PCollection<KV<KV<String, Long>, Price>> byTerm) {
    return byTerm
        .apply("Bring a term together", GroupByKey.create())
        .apply("Look back", ParDo.of(new LookBackFn(windows.generation())));
  }

  private PCollection<VersionedRecord> follow(PCollection<KV<KV<String, Long>, Price>> byTerm) {
    return byTerm.apply("Follow each share", ParDo.of(new FollowPricesFn(windows)));
  }
}
