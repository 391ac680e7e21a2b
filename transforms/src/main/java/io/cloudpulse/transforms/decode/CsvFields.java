package io.cloudpulse.transforms.decode;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.RecordType;
import io.cloudpulse.transforms.Reason;
import io.cloudpulse.transforms.Refusal;
import java.util.Iterator;

/** Splits the text of one CSV record (RFC 4180) to its fields. */
final class CsvFields extends CsvCallbackHandler<RawRecord> {
  private final CsvReader.CsvReaderBuilder parser;
  private final RawRecord record;
  private boolean bareQuote;

  CsvFields(char delimiter, RawRecord record) {
    this.parser =
        CsvReader.builder()
            .fieldSeparator(delimiter)
            .quoteCharacter('"')
            .allowUnclosedQuote(false)
            .maxBufferSize(RecordBytes.MAX_RECORD * 2);
    this.record = record;
  }

  /** An empty text is one empty field: the only record a blank line can be. */
  void split(String text) {
    record.clear();
    bareQuote = false;
    if (text.isEmpty()) {
      record.add(new char[0], 0, 0);
      return;
    }
    try {
      if (text.indexOf('\r') < 0 && text.indexOf('\n') < 0) {
        parser.ofSingleCsvRecord(this, text);
      } else {
        splitLines(text);
      }
    } catch (CsvParseException e) {
      throw Refusal.of(Reason.MALFORMED, inOneLine(e.getMessage()));
    }
    if (bareQuote) {
      throw Refusal.of(
          Reason.MALFORMED, "a quote stands inside a field that does not start with one");
    }
  }

  /** A line break belongs inside quotes; outside it would start a second record. */
  private void splitLines(String text) {
    Iterator<RawRecord> records = parser.build(this, text).iterator();
    records.next();
    int columns = record.columns();
    if (records.hasNext() || columns != record.columns()) {
      throw Refusal.of(Reason.MALFORMED, "a line break stands outside quotes");
    }
  }

  /** FastCSV counts lines within the text it got, which is always one record. */
  private static String inOneLine(String message) {
    return message.replace(" (record starting at line 1)", "");
  }

  @Override
  protected void addField(char[] text, int offset, int length, boolean quoted) {
    if (!quoted) {
      for (int i = offset; i < offset + length; i++) {
        bareQuote |= text[i] == '"';
      }
    }
    record.add(text, offset, length);
  }

  @Override
  protected RecordType getRecordType() {
    return RecordType.DATA;
  }

  @Override
  protected int getFieldCount() {
    return record.columns();
  }

  @Override
  protected void beginRecord(long line) {
    record.clear();
  }

  @Override
  protected void setComment(char[] text, int offset, int length) {
    throw new IllegalStateException("comments are not enabled");
  }

  @Override
  protected void setEmpty() {
    record.clear();
  }

  @Override
  protected RawRecord buildRecord() {
    return record;
  }
}
