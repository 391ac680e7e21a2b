package io.cloudpulse.tests.whole;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;

/** A CSV file whose records are lines, to be written again in another order or form. */
record CsvLines(String header, List<String> records) {
  /** A charset in which every byte is a character, so that broken bytes survive. */
  static CsvLines read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file, ISO_8859_1);
    return new CsvLines(lines.get(0), List.copyOf(lines.subList(1, lines.size())));
  }

  CsvLines shuffled() {
    List<String> lines = new ArrayList<>(records);
    Collections.shuffle(lines, new Random(7));
    return new CsvLines(header, lines);
  }

  /** Every tenth record stands there once more, at the end. */
  CsvLines tenthDoubled() {
    List<String> lines = new ArrayList<>(records);
    for (int i = 0; i < records.size(); i += 10) {
      lines.add(records.get(i));
    }
    return new CsvLines(header, lines);
  }

  /** One of so many equal parts. */
  CsvLines part(int number, int parts) {
    int from = records.size() * number / parts;
    int to = records.size() * (number + 1) / parts;
    return new CsvLines(header, records.subList(from, to));
  }

  CsvLines each(UnaryOperator<String> change) {
    return new CsvLines(header, records.stream().map(change).toList());
  }

  /** Writes it; a name that ends in .gz or .zst is compressed. */
  void write(Path file) throws IOException {
    StringBuilder text = new StringBuilder(header).append('\n');
    records.forEach(line -> text.append(line).append('\n'));
    try (OutputStream out = compressed(file)) {
      out.write(text.toString().getBytes(ISO_8859_1));
    }
  }

  private static OutputStream compressed(Path file) throws IOException {
    OutputStream plain = Files.newOutputStream(file);
    String name = file.toString();
    if (name.endsWith(".gz")) {
      return new GZIPOutputStream(plain);
    }
    return name.endsWith(".zst") ? new ZstdOutputStream(plain) : plain;
  }
}
