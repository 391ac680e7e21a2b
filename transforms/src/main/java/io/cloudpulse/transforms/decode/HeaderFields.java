package io.cloudpulse.transforms.decode;

import io.cloudpulse.schemas.Layout;
import io.cloudpulse.transforms.Reason;
import io.cloudpulse.transforms.Refusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The names in a CSV header. */
public final class HeaderFields {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private HeaderFields() {}

  /**
   * The names on the current line, and on the next ones if a quoted name goes on there.
   *
   * @throws Refusal if it is not a CSV record in the layout's encoding
   */
  public static List<String> of(LineReader lines, Layout layout) throws IOException {
    while (lines.quoteOpen()) {
      if (!lines.extend()) {
        throw Refusal.of(Reason.MALFORMED, "a quote is opened and never closed");
      }
    }
    String text = new RecordText(layout.encoding()).of(lines);
    RawRecord raw = new RawRecord(16);
    new CsvFields(layout.delimiter(), raw).split(withoutMark(text));
    List<String> names = new ArrayList<>();
    for (int i = 0; i < raw.columns(); i++) {
      names.add(new String(raw.text(i), raw.from(i), raw.length(i)));
    }
    return names;
  }

  /** Some programs put an invisible mark before UTF-8 text. */
  private static String withoutMark(String text) {
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }

  /** Where the text of a file begins: after a byte order mark, if it has one. */
  public static long byteOrderMark(LineReader lines) throws IOException {
    boolean there =
        lines.next()
            && lines.to() - lines.from() >= 3
            && lines.buffer()[lines.from()] == (byte) 0xEF
            && lines.buffer()[lines.from() + 1] == (byte) 0xBB
            && lines.buffer()[lines.from() + 2] == (byte) 0xBF;
    return there ? 3 : 0;
  }
}
