package io.cloudpulse.pipelines.generate;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads the files of {@link Samples#orders} as slowly and plainly as can be, by code that shares
 * nothing with the generator nor with the real reader.
 */
final class NaiveReader {
  static final String GOOD = "good";

  private final Charset charset;
  private final boolean multiline;
  private final List<String> lines;
  private int next;

  /**
   * @param line number of the first line, from 1
   * @param verdict {@link #GOOD}, or a reason code
   */
  record Found(int line, String verdict, String text, List<String> values) {}

  NaiveReader(byte[] file, Charset charset, boolean multiline) {
    this.charset = charset;
    this.multiline = multiline;
    // One character for each byte, whatever the bytes mean.
    String text = new String(file, StandardCharsets.ISO_8859_1);
    lines = List.of(text.substring(0, text.length() - 1).split("\n", -1));
  }

  List<Found> read(int headLines) {
    next = headLines;
    List<Found> found = new ArrayList<>();
    while (next < lines.size()) {
      found.add(record());
    }
    return found;
  }

  private Found record() {
    int start = next++;
    String text = lines.get(start);
    List<String> values = split(text);
    for (int last = start + 1; isOpen(values) && multiline && last < lines.size(); last++) {
      text = text + "\n" + lines.get(last);
      values = split(text);
      next = last + 1;
    }
    if (isOpen(values) || values.contains(BROKEN)) {
      // Only the first line is lost: reading goes on at the second.
      next = start + 1;
      text = lines.get(start);
    }
    return new Found(start + 1, verdict(text, values), text, values);
  }

  private static final String OPEN = "\0open";
  private static final String BROKEN = "\0broken";

  private static boolean isOpen(List<String> values) {
    return values.contains(OPEN) && !values.contains(BROKEN);
  }

  private static List<String> split(String text) {
    List<String> values = new ArrayList<>();
    int at = 0;
    while (at <= text.length()) {
      boolean quoted = at < text.length() && text.charAt(at) == '"';
      int end = quoted ? closing(text, at + 1) : comma(text, at);
      if (end > text.length()) {
        values.add(OPEN);
        return values;
      }
      String value = text.substring(at, end);
      values.add(quoted ? value.substring(1, value.length() - 1).replace("\"\"", "\"") : value);
      if (end < text.length() && text.charAt(end) != ',') {
        values.add(BROKEN);
        return values;
      }
      at = end + 1;
    }
    return values;
  }

  private static int comma(String text, int from) {
    int comma = text.indexOf(',', from);
    return comma < 0 ? text.length() : comma;
  }

  private static int closing(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) == '"') {
        if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
          i++;
        } else {
          return i + 1;
        }
      }
    }
    return text.length() + 1;
  }

  private String verdict(String text, List<String> values) {
    if (!isText(text)) {
      return "encoding";
    }
    if (values.contains(OPEN) || values.contains(BROKEN)) {
      return "malformed";
    }
    return values.size() == 8 ? verdict(values) : "field-count";
  }

  private boolean isText(String bytes) {
    try {
      ByteBuffer all = ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1));
      return charset.newDecoder().decode(all).hasRemaining();
    } catch (CharacterCodingException notText) {
      return false;
    }
  }

  static String verdict(List<String> v) {
    if (v.get(0).isEmpty() || v.get(1).isEmpty() || v.get(2).isEmpty() || v.get(4).isEmpty()) {
      return "missing";
    }
    if (!List.of("gold", "silver").contains(v.get(2))) {
      return "not-allowed";
    }
    boolean typed =
        v.get(0).matches("-?\\d+")
            && v.get(3).matches("|-?\\d+\\.\\d\\d")
            && v.get(4).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ")
            && v.get(5).matches("|\\d{1,2}/\\d{1,2}/\\d{4}")
            && v.get(6).matches("|Y|yes|N|no");
    return typed ? range(v) : "type";
  }

  private static String range(List<String> v) {
    BigDecimal amount = new BigDecimal(v.get(3).isEmpty() ? "0" : v.get(3));
    LocalDate day =
        LocalDate.parse(
            v.get(5).isEmpty() ? "1/1/2020" : v.get(5),
            DateTimeFormatter.ofPattern("d/M/yyyy", Locale.ROOT));
    boolean within =
        Long.parseLong(v.get(0)) >= 1
            && amount.signum() >= 0
            && amount.compareTo(new BigDecimal("5000")) <= 0
            && day.getYear() >= 2020
            && day.getYear() <= 2024;
    return within ? GOOD : "range";
  }
}
