package io.cloudpulse.tests.matrix;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudpulse.tests.kit.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder of what has been seen, a file for each cell. */
record Results(Path folder) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** An empty one: what an earlier run of the tests saw is no proof of this one. */
  static Results anew(Path folder) throws IOException {
    if (Files.exists(folder)) {
      Folders.delete(folder);
    }
    return new Results(Files.createDirectories(folder));
  }

  void write(Result result) throws IOException {
    JSON.writerWithDefaultPrettyPrinter().writeValue(file(result.cell()), result);
  }

  /** What became of a cell; {@link Verdict#NOT_RUN} if nothing was written down. */
  Result of(Cell cell) {
    try {
      return Files.exists(folder.resolve(cell.id() + ".json"))
          ? JSON.readValue(file(cell), Result.class)
          : Result.told(cell, Verdict.NOT_RUN, "");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private java.io.File file(Cell cell) {
    return folder.resolve(cell.id() + ".json").toFile();
  }
}
