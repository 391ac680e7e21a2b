package io.cloudpulse.pipelines.verify;

import io.cloudpulse.pipelines.deadletters.DeadLetterAddress;
import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.transforms.RefusedRecord;
import io.cloudpulse.transforms.VersionedRecord;
import io.cloudpulse.transforms.files.FileRange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;

/** Says of each record what the sink must hold for it. */
final class ExpectFn extends DoFn<VersionedRecord, KV<List<String>, Sighting>> {
  private static final long serialVersionUID = 1;

  private final Dataset dataset;
  private final String step;
  private final Map<String, Integer> rangePlaces = new HashMap<>();
  private final DeadLetterAddress deadLetters;
  private transient RowPrint print;
  private transient Set<String> refused;

  /**
   * For the records of listed ranges.
   *
   * @param step what the sink's dead letters call it
   */
  ExpectFn(Dataset dataset, String step, List<FileRange> ranges, DeadLetterAddress deadLetters) {
    this.dataset = dataset;
    this.step = step;
    this.deadLetters = deadLetters;
    for (FileRange range : ranges) {
      rangePlaces.put(range.id(), rangePlaces.size());
    }
  }

  @Setup
  public void setUp() {
    print = new RowPrint(dataset);
    refused = deadLetters.ids(dataset.name(), step);
  }

  @ProcessElement
  public void expect(
      @Element VersionedRecord record, OutputReceiver<KV<List<String>, Sighting>> out) {
    Object[] values = record.values();
    ExpectedRow expected =
        new ExpectedRow(
            record.version(),
            print.digest(values),
            rangePlaces.get(record.range()),
            record.offset(),
            isRefused(record));
    out.output(KV.of(print.key(values), new Sighting.Expected(expected)));
  }

  private boolean isRefused(VersionedRecord record) {
    return !refused.isEmpty() && refused.contains(RefusedRecord.id(dataset, step, record));
  }
}
