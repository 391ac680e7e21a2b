package io.cloudpulse.transforms.files;

import io.cloudpulse.schemas.Layout;
import io.cloudpulse.transforms.decode.HeaderFields;
import io.cloudpulse.transforms.decode.LineReader;
import java.io.IOException;
import org.apache.beam.sdk.io.fs.MatchResult.Metadata;

/** Tells JSON lines from CSV: the first text of JSON lines is a brace. */
final class FirstCharacter {
  private FirstCharacter() {}

  static boolean suits(Metadata file, Layout layout) throws IOException {
    try (LineReader lines = new LineReader(OpenFile.open(file), 0, 1)) {
      int from = lines.from() + (int) HeaderFields.byteOrderMark(lines);
      boolean brace = from < lines.to() && lines.buffer()[from] == '{';
      return brace == (layout.format() == Layout.Format.JSONL);
    }
  }
}
