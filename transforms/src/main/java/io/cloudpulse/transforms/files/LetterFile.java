package io.cloudpulse.transforms.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.Digest;
import io.cloudpulse.transforms.JobFiles;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.channels.Channels;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult.Metadata;
import org.apache.beam.sdk.io.fs.ResourceId;

/** One file of dead letters: how it is named, written and read. */
final class LetterFile {
  private static final String PREFIX = "dead-letters-";
  static final String SUFFIX = ".jsonl";

  private LetterFile() {}

  /**
   * Writes letters of one run to a file that is there whole or not at all.
   *
   * @param letters each once, sorted by id: the same letters are the same file
   */
  static void write(String folder, Collection<DeadLetter> letters) throws IOException {
    String run = letters.iterator().next().getRun();
    Digest ids = new Digest();
    letters.forEach(letter -> ids.add(letter.getId()));
    String name = PREFIX + inName(run) + "-" + ids.hex() + SUFFIX;
    JobFiles.ready();
    ResourceId file = FileSystems.matchNewResource(folder + name, false);
    ResourceId unfinished = FileSystems.matchNewResource(folder + name + ".unfinished", false);
    try (BufferedWriter lines =
        new BufferedWriter(
            new OutputStreamWriter(
                Channels.newOutputStream(FileSystems.create(unfinished, "text/plain")), UTF_8))) {
      for (DeadLetter letter : letters) {
        lines.write(DeadLetterLine.of(letter));
        lines.write('\n');
      }
    }
    FileSystems.rename(List.of(unfinished), List.of(file));
  }

  /** The files whose run's name begins so, in the order of names. */
  static List<ResourceId> list(String folder, String runBegins) throws IOException {
    return listAll(folder, PREFIX + runBegins);
  }

  /** The files whose name begins so, in the order of names. */
  static List<ResourceId> listAll(String folder, String namesBegin) throws IOException {
    String glob = folder + namesBegin + "*" + SUFFIX;
    JobFiles.ready();
    return FileSystems.match(glob, EmptyMatchTreatment.ALLOW).metadata().stream()
        .map(Metadata::resourceId)
        .sorted(Comparator.comparing(ResourceId::toString))
        .toList();
  }

  static void read(ResourceId file, Consumer<DeadLetter> letters) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(Channels.newInputStream(FileSystems.open(file)), UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        letters.accept(DeadLetterLine.read(line));
      }
    }
  }

  /** A run's name as part of a file's name, and of a glob. */
  static String inName(String run) {
    return run.replaceAll("[^A-Za-z0-9._-]", "_");
  }
}
