package io.cloudpulse.pipelines.verify;

import io.cloudpulse.pipelines.deadletters.DeadLetterAddress;
import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.transforms.RefusedRecord;
import io.cloudpulse.transforms.VersionedRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;

/** Says of each record what the sink must hold for it. */
final class ExpectFn extends DoFn<VersionedRecord, KV<List<String>, Sighting>> {
  private static final long serialVersionUID = 1;

  /** The place of a range that was not known before it was read. */
  private static final int UNLISTED = -1;

  private final Dataset dataset;
  private final ArrayList<String> leftOut;
  private final String step;
  private final Map<String, Integer> rangePlaces = new HashMap<>();
  private final DeadLetterAddress deadLetters;
  private transient RowPrint print;
  private transient Set<String> refused;

  /**
   * For the records of listed ranges.
   *
   * @param leftOut fields that the sink does not hold
   * @param step what the sink's dead letters call it
   */
  ExpectFn(
      Dataset dataset,
      List<String> leftOut,
      String step,
      List<String> ranges,
      DeadLetterAddress deadLetters) {
    this.dataset = dataset;
    this.leftOut = new ArrayList<>(leftOut);
    this.step = step;
    this.deadLetters = deadLetters;
    ranges.forEach(range -> rangePlaces.put(range, rangePlaces.size()));
  }

  @Setup
  public void setUp() {
    print = new RowPrint(dataset, leftOut);
    refused = deadLetters.ids(dataset.name(), step);
  }

  @ProcessElement
  public void expect(
      @Element VersionedRecord record, OutputReceiver<KV<List<String>, Sighting>> out) {
    int range = rangePlaces.getOrDefault(record.range(), UNLISTED);
    ExpectedRow expected =
        record.deleted()
            ? ExpectedRow.deleted(record.version(), range)
            : new ExpectedRow(
                record.version(),
                print.digest(record.values()),
                range,
                record.offset(),
                isRefused(record));
    out.output(KV.of(print.key(record.values()), new Sighting.Expected(expected)));
  }

  private boolean isRefused(VersionedRecord record) {
    return !refused.isEmpty() && refused.contains(RefusedRecord.id(dataset, step, record));
  }
}
