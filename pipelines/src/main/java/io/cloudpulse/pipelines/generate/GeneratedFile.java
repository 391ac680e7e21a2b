package io.cloudpulse.pipelines.generate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** A file of generated records, and beside it one that says what a reader must find. */
public final class GeneratedFile {
  private static final int BUFFER = 1 << 16;
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private GeneratedFile() {}

  /** Writes both, over whatever was there; a name that ends in .gz or .zst is compressed. */
  public static Expected write(Recipe recipe, Path path) throws IOException {
    Generator generator = Generator.of(recipe);
    if (path.toAbsolutePath().getParent() != null) {
      Files.createDirectories(path.toAbsolutePath().getParent());
    }
    Expected expected;
    try (OutputStream out = compressed(path)) {
      expected = generator.writeTo(out);
    }
    writeExpected(expected, expectedBeside(path));
    return expected;
  }

  /** Writes what a reader must find. */
  public static void writeExpected(Expected expected, Path path) throws IOException {
    Files.writeString(path, json(expected));
  }

  /** What a reader must find, as JSON. */
  public static String json(Expected expected) throws IOException {
    return JSON.writeValueAsString(expected);
  }

  /** {@code orders.csv.expected.json} for {@code orders.csv}. */
  public static Path expectedBeside(Path path) {
    return path.resolveSibling(path.getFileName() + ".expected.json");
  }

  private static OutputStream compressed(Path path) throws IOException {
    OutputStream file = new BufferedOutputStream(Files.newOutputStream(path), BUFFER);
    String name = path.getFileName().toString();
    if (name.endsWith(".gz")) {
      return new GZIPOutputStream(file, BUFFER);
    }
    return name.endsWith(".zst") ? new ZstdOutputStream(file) : file;
  }
}
