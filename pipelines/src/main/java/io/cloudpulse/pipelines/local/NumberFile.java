package io.cloudpulse.pipelines.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.OptionalInt;

/** A file that holds a pid or a port. */
final class NumberFile {
  private NumberFile() {}

  /** Empty if there is none, or if whoever wrote it was killed while doing so. */
  static OptionalInt read(Path file) throws IOException {
    try {
      String text = Files.readString(file).strip();
      return text.matches("[0-9]{1,9}")
          ? OptionalInt.of(Integer.parseInt(text))
          : OptionalInt.empty();
    } catch (NoSuchFileException none) {
      return OptionalInt.empty();
    }
  }
}
