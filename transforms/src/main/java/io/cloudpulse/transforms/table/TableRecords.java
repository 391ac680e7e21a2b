package io.cloudpulse.transforms.table;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.Digest;
import io.cloudpulse.transforms.RangeTally;
import io.cloudpulse.transforms.Reading;
import io.cloudpulse.transforms.Refusal;
import io.cloudpulse.transforms.TallyCounter;
import io.cloudpulse.transforms.VersionedRecord;
import io.cloudpulse.transforms.decode.RecordFinisher;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/**
 * Makes records of the rows of a table: each ends accepted or refused. Rows are the dataset's
 * fields in order, then the key's own columns, each as its type's carrier or null; what no carrier
 * can hold comes as text. One caller at a time.
 */
public final class TableRecords implements AutoCloseable {
  /** A row has no place in its table but its key, which a dead letter holds. */
  private static final long NO_OFFSET = 0;

  private final RowsOrigin origin;
  private final Dataset dataset;
  private final RowText text;
  private final RowCheck check;
  private final RecordFinisher finisher;
  private TallyCounter tally;
  private String range;
  private Consumer<VersionedRecord> records;
  private Consumer<DeadLetter> refused;

  public TableRecords(RowsOrigin origin) {
    this.origin = origin;
    this.dataset = origin.dataset();
    this.text = new RowText(origin.dataset());
    this.check = new RowCheck(dataset);
    this.finisher = new RecordFinisher(dataset);
  }

  /** The next rows are of a part, as {@link RowsOrigin#range} calls it. */
  public void begin(String part, Consumer<VersionedRecord> accept, Consumer<DeadLetter> refuse) {
    range = part;
    records = accept;
    refused = refuse;
    tally = new TallyCounter();
  }

  /**
   * Takes a row.
   *
   * @param stored its version, if the table holds versions
   */
  public void row(Object[] values, long stored) throws IOException {
    byte[] original = text.of(values);
    long version;
    try {
      check.check(values);
      version = origin.versioned() ? stored : finisher.version(values, origin.asOf(), NO_OFFSET);
    } catch (Refusal refusal) {
      refuse(refusal, original, stored);
      return;
    }
    tally.accepted();
    records.accept(
        new VersionedRecord(
            range, tally.acceptedSoFar(), NO_OFFSET, version, values, original, false));
  }

  /** Takes a row of which the key alone is known, for it was deleted. */
  public void deleted(Object[] values, long version) throws IOException {
    tally.accepted();
    tally.count("deleted rows");
    records.accept(
        new VersionedRecord(
            range, tally.acceptedSoFar(), NO_OFFSET, version, values, text.of(values), true));
  }

  private void refuse(Refusal refusal, byte[] original, long version) {
    tally.refused(refusal.reason());
    Digest id = new Digest().add(dataset.name()).add("read").add(origin.source());
    refused.accept(
        DeadLetter.builder()
            .setId(id.add(original).hex())
            .setDataset(dataset.name())
            .setStep("read")
            .setReason(refusal.reason().code())
            .setMessage(refusal.getMessage())
            .setField(refusal.field())
            .setOriginal(original)
            .setSource(origin.source())
            .setOffset(NO_OFFSET)
            .setLine(0)
            .setRun(origin.run())
            .setReading(new Reading(-1, List.of(), version, 0).text())
            .build());
  }

  /** What the part came to. */
  public RangeTally end() {
    return tally.tally(range);
  }

  @Override
  public void close() {
    finisher.close();
  }
}
