package io.cloudpulse.transforms.decode;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Layout;
import io.cloudpulse.transforms.Reason;
import io.cloudpulse.transforms.Refusal;
import io.cloudpulse.transforms.TallyCounter;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Reads the records of one layout and header from lines: takes a record's lines together, decodes,
 * splits, types and checks them. A record that is refused costs its neighbours nothing: if quotes
 * were never closed, only its first line is refused, and reading goes on at the next.
 */
public final class RecordReader {
  /** What becomes of what was read. */
  public interface Receiver {
    /** A record whose fields are right; derived fields, key and version are still to come. */
    void read(Object[] values, LineReader lines);

    void refused(Refusal refusal, LineReader lines, String column);
  }

  private final Layout layout;
  private final Columns columns;
  private final RecordText text;
  private final RawRecord raw;
  private final TextSplitter splitter;
  private final ValuesReader values;
  private final int size;
  private final TallyCounter tally;
  private final boolean blankIsRecord;

  /**
   * A reader of one range.
   *
   * @param header names of the columns; not looked at for JSON lines
   * @param refuseUnknown whether a JSON field that the dataset does not know refuses its record
   */
  public RecordReader(
      Dataset dataset,
      Layout layout,
      List<String> header,
      TallyCounter tally,
      boolean refuseUnknown) {
    this.layout = layout;
    this.tally = tally;
    this.columns =
        layout.format() == Layout.Format.JSONL
            ? byField(dataset, layout)
            : Columns.bind(dataset, layout, header);
    this.text = new RecordText(layout.encoding());
    this.raw = new RawRecord(Math.max(header.size(), dataset.fields().size()));
    this.splitter =
        TextSplitter.of(dataset, layout, columns, raw, name -> unknown(name, refuseUnknown));
    this.values =
        new ValuesReader(dataset, layout, columns, made -> tally.count("corrected " + made));
    this.size = RecordFinisher.size(dataset);
    this.blankIsRecord = layout.format() == Layout.Format.CSV && header.size() == 1;
  }

  /** JSON texts are kept by field: column and field are the same place. */
  private static Columns byField(Dataset dataset, Layout layout) {
    int[] ofField =
        IntStream.range(0, dataset.fields().size())
            .map(i -> Columns.isInColumn(dataset.fields().get(i), layout) ? i : Columns.NONE)
            .toArray();
    return new Columns(List.of(), ofField, new int[0], List.of(), List.of());
  }

  private void unknown(String name, boolean refuse) {
    if (refuse) {
      throw Refusal.of(Reason.FIELD_COUNT, name, "the dataset has no field " + name);
    }
    tally.count("unknown field " + name);
  }

  /** Reads the record that starts at the current line; false if the line is no record. */
  public boolean read(LineReader lines, Receiver receiver) throws IOException {
    if (lines.blank() && !blankIsRecord) {
      tally.count("blank lines");
      return false;
    }
    try {
      split(lines);
      Object[] shared = values.read(raw, size);
      if (layout.unpivot().isPresent()) {
        unpivot(shared, lines, receiver);
      } else {
        receiver.read(shared, lines);
      }
    } catch (Refusal refusal) {
      receiver.refused(refusal, lines, "");
    }
    return true;
  }

  private void split(LineReader lines) throws IOException {
    if (lines.tooLarge()) {
      throw Refusal.of(
          Reason.TOO_LARGE, "the record is longer than " + LineReader.MAX_RECORD + " bytes");
    }
    if (layout.format() == Layout.Format.CSV && lines.quoteOpen()) {
      takeWhole(lines);
    }
    try {
      splitter.split(text.of(lines));
    } catch (Refusal refusal) {
      lines.keepFirstLine();
      throw refusal;
    }
  }

  private void takeWhole(LineReader lines) throws IOException {
    while (lines.quoteOpen()) {
      if (!layout.multiline() || !lines.extend()) {
        lines.keepFirstLine();
        throw Refusal.of(Reason.MALFORMED, "a quote is opened and never closed");
      }
    }
  }

  private void unpivot(Object[] shared, LineReader lines, Receiver receiver) {
    for (int column : columns.unpivoted()) {
      try {
        Object value = values.unpivoted(raw, column);
        if (value != null) {
          receiver.read(values.unpivot(shared, column, value), lines);
        }
      } catch (Refusal refusal) {
        receiver.refused(refusal, lines, columns.header().get(column));
      }
    }
  }
}
