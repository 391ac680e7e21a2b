package io.cloudpulse.transforms.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cloudpulse.transforms.JobFiles;
import io.cloudpulse.transforms.LetterClosing;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.channels.Channels;
import java.util.List;
import java.util.function.Consumer;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.ResourceId;

/** One file that says what became of dead letters: {@code closed-<run>.jsonl}. */
final class ClosingFile {
  static final String PREFIX = "closed-";

  private ClosingFile() {}

  /** Writes a file that is there whole or not at all. */
  static void write(String folder, String by, List<LetterClosing> closings) throws IOException {
    String name = PREFIX + LetterFile.inName(by) + LetterFile.SUFFIX;
    JobFiles.ready();
    ResourceId file = FileSystems.matchNewResource(folder + name, false);
    ResourceId unfinished = FileSystems.matchNewResource(folder + name + ".unfinished", false);
    try (BufferedWriter lines =
        new BufferedWriter(
            new OutputStreamWriter(
                Channels.newOutputStream(FileSystems.create(unfinished, "text/plain")), UTF_8))) {
      for (LetterClosing closing : closings) {
        lines.write(closing.text());
        lines.write('\n');
      }
    }
    FileSystems.rename(List.of(unfinished), List.of(file));
  }

  /** Reads all of a folder, in the order of names. */
  static void readAll(String folder, Consumer<LetterClosing> closings) throws IOException {
    for (ResourceId file : LetterFile.listAll(folder, PREFIX)) {
      try (BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(Channels.newInputStream(FileSystems.open(file)), UTF_8))) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          closings.accept(LetterClosing.parse(line));
        }
      }
    }
  }
}
