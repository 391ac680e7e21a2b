package io.cloudpulse.pipelines.generate;

import java.util.List;

/** RFC 4180, with lines that end in a line feed, and here and there quotes that need not be. */
final class CsvFormat implements RecordFormat {
  private static final int RECORDS_FOR_EACH_NEEDLESS_QUOTE = 8;
  private static final byte[] ONE_TOO_MANY = {'m', 'o', 'r', 'e'};

  private final List<Column> columns;
  private final Column[] fast;
  private final Alphabet alphabet;
  private final char delimiter;

  CsvFormat(List<Column> columns, Alphabet alphabet) {
    this.columns = columns;
    this.alphabet = alphabet;
    fast = columns.toArray(Column[]::new);
    delimiter = alphabet.layout().delimiter();
  }

  @Override
  public void writeHead(LineBuffer out) {
    int preamble = alphabet.layout().preamble();
    for (int i = 1; i <= preamble; i++) {
      out.put(
          alphabet.bytes("Generated data: line " + i + " of " + preamble + " before the header"));
      out.put('\n');
    }
    if (alphabet.layout().header().isEmpty()) {
      writeHeader(out);
    }
  }

  private void writeHeader(LineBuffer out) {
    for (int i = 0; i < columns.size(); i++) {
      if (i > 0) {
        out.put(delimiter);
      }
      writeText(alphabet.bytes(columns.get(i).header()), out);
    }
    out.put('\n');
  }

  @Override
  public void write(Draft draft, Dice dice, LineBuffer out) {
    long needless = dice.below((long) fast.length * RECORDS_FOR_EACH_NEEDLESS_QUOTE);
    for (int i = 0; i < draft.width(); i++) {
      if (i > 0) {
        out.put(delimiter);
      }
      if (i == fast.length) {
        out.put(ONE_TOO_MANY);
      } else if (draft.isReplaced(i)) {
        writeReplacement(draft, out);
      } else {
        boolean quote = i == needless || (i == 0 && draft.isSheltering());
        writeValue(fast[i], draft.numbers[i], quote, out);
      }
    }
    out.put('\n');
  }

  private void writeReplacement(Draft draft, LineBuffer out) {
    if (draft.isVerbatim()) {
      out.put(draft.replacement());
    } else {
      writeText(draft.replacement(), out);
    }
  }

  private void writeValue(Column column, long number, boolean quote, LineBuffer out) {
    if (number == Column.NULL) {
      writeText(column.nulls().get(0), out);
      return;
    }
    int start = out.length();
    column.values().write(number, out);
    if (quote || (!column.values().plain() && needsQuotes(start, out))) {
      out.quoteFrom(start);
    }
  }

  private void writeText(byte[] text, LineBuffer out) {
    int start = out.length();
    out.put(text);
    // An only column without a value would be an empty line, which is no record at all.
    if (needsQuotes(start, out) || (text.length == 0 && fast.length == 1)) {
      out.quoteFrom(start);
    }
  }

  private boolean needsQuotes(int start, LineBuffer out) {
    for (int i = start; i < out.length(); i++) {
      byte b = out.at(i);
      if (b == delimiter || b == '"' || b == '\n' || b == '\r') {
        return true;
      }
    }
    return false;
  }
}
