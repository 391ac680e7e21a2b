package io.cloudpulse.transforms.decode;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Layout;
import io.cloudpulse.transforms.Reason;
import io.cloudpulse.transforms.Refusal;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Reads the records of one layout and header from lines or messages: takes a record's lines
 * together, decodes, splits, types and checks them. A record that is refused costs its neighbours
 * nothing: if quotes were never closed, only its first line is refused, and reading goes on at the
 * next.
 */
public final class RecordReader {
  /** What becomes of what was read. */
  public interface Receiver {
    /** A record whose fields are right; derived fields, key and version are still to come. */
    void read(Object[] values, RecordBytes lines);

    void refused(Refusal refusal, RecordBytes lines, String column);
  }

  private final Layout layout;
  private final Columns columns;
  private final RecordText text;
  private final RawRecord raw;
  private final TextSplitter splitter;
  private final ValuesReader values;
  private final int size;
  private final Consumer<String> counts;
  private final boolean blankIsRecord;

  /**
   * A reader of one range.
   *
   * @param header names of the columns; not looked at for JSON lines
   * @param counts told the name of what is worth a count: a correction, a blank line
   * @param refuseUnknown whether a JSON field that the dataset does not know refuses its record
   */
  public RecordReader(
      Dataset dataset,
      Layout layout,
      List<String> header,
      Consumer<String> counts,
      boolean refuseUnknown) {
    this.layout = layout;
    this.counts = counts;
    this.columns =
        layout.format() == Layout.Format.JSONL
            ? byField(dataset, layout)
            : Columns.bind(dataset, layout, header);
    this.text = new RecordText(layout.encoding());
    this.raw = new RawRecord(Math.max(header.size(), dataset.fields().size()));
    this.splitter =
        TextSplitter.of(dataset, layout, columns, raw, name -> unknown(name, refuseUnknown));
    this.values =
        new ValuesReader(dataset, layout, columns, made -> counts.accept("corrected " + made));
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
    counts.accept("unknown field " + name);
  }

  /** Reads the record that starts at the current line; false if the line is no record. */
  public boolean read(RecordBytes lines, Receiver receiver) throws IOException {
    if (!isRecord(lines)) {
      counts.accept("blank lines");
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

  /** False for a blank line, unless a record may be one empty field. */
  public boolean isRecord(RecordBytes lines) {
    return !lines.blank() || blankIsRecord;
  }

  private void split(RecordBytes lines) throws IOException {
    if (lines.tooLarge()) {
      throw Refusal.of(
          Reason.TOO_LARGE, "the record is longer than " + RecordBytes.MAX_RECORD + " bytes");
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

  private void takeWhole(RecordBytes lines) throws IOException {
    while (lines.quoteOpen()) {
      if (!layout.multiline() || !lines.extend()) {
        lines.keepFirstLine();
        throw Refusal.of(Reason.MALFORMED, "a quote is opened and never closed");
      }
    }
  }

  private void unpivot(Object[] shared, RecordBytes lines, Receiver receiver) {
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
