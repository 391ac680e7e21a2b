package io.cloudpulse.transforms.files;

import io.cloudpulse.schemas.Layout;
import io.cloudpulse.transforms.Refusal;
import io.cloudpulse.transforms.decode.HeaderFields;
import io.cloudpulse.transforms.decode.LineReader;
import java.io.IOException;
import java.util.List;
import org.apache.beam.sdk.io.fs.MatchResult.Metadata;

/**
 * The names above a file's columns, and where its records begin.
 *
 * @param problem why the file cannot be read this way; empty if it can
 */
record Header(List<String> names, long offset, long line, String problem) {

  /** Reads as far as the first record of a layout's file. */
  static Header read(Metadata file, Layout layout) throws IOException {
    try (LineReader lines = new LineReader(OpenFile.open(file), 0, 1)) {
      long line = 1;
      for (; line <= layout.preamble(); line++) {
        if (!lines.next()) {
          return absent(line, "the file ends before its header");
        }
      }
      if (layout.format() == Layout.Format.JSONL || !layout.header().isEmpty()) {
        return new Header(layout.header(), start(lines, layout), line, "");
      }
      return lines.next() ? names(lines, layout) : absent(line, "there is no header");
    }
  }

  private static long start(LineReader lines, Layout layout) throws IOException {
    return layout.preamble() > 0 ? lines.nextOffset() : HeaderFields.byteOrderMark(lines);
  }

  private static Header names(LineReader lines, Layout layout) throws IOException {
    try {
      List<String> names = HeaderFields.of(lines, layout);
      return new Header(names, lines.nextOffset(), lines.nextLine(), "");
    } catch (Refusal refusal) {
      return absent(lines.line(), "the header cannot be read: " + refusal.getMessage());
    }
  }

  private static Header absent(long line, String problem) {
    return new Header(List.of(), 0, line, problem);
  }

  boolean isThere() {
    return problem.isEmpty();
  }
}
