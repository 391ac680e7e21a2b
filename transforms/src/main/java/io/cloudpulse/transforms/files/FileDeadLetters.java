package io.cloudpulse.transforms.files;

import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.LetterClosing;
import io.cloudpulse.transforms.LetterLog;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PDone;

/**
 * Keeps dead letters in files of JSON lines in one folder, of any file system Beam knows. Bounded
 * or not, from any window.
 *
 * <p>A file is named after its run and the ids in it and appears whole or not at all, so a bundle
 * that is retried as it was writes the same file again. One that is retried in other pieces leaves
 * a letter in two files; so whoever reads the folder takes each letter of a run once, by its id.
 */
public final class FileDeadLetters extends PTransform<PCollection<DeadLetter>, PDone>
    implements LetterLog {
  private static final long serialVersionUID = 1;

  private final String folder;

  private FileDeadLetters(String folder) {
    this.folder = folder;
  }

  /** In a folder that need not be there yet. */
  public static FileDeadLetters in(String folder) {
    return new FileDeadLetters(folder.endsWith("/") ? folder : folder + "/");
  }

  @Override
  public PDone expand(PCollection<DeadLetter> letters) {
    PCollection<Void> kept =
        letters.apply("Keep dead letters", ParDo.of(new KeepInFilesFn(folder)));
    return PDone.in(kept.getPipeline());
  }

  /** The oldest run is the first if runs are named by time. */
  @Override
  public void read(Consumer<DeadLetter> letters, Consumer<LetterClosing> closings)
      throws IOException {
    read("", letters);
    ClosingFile.readAll(folder, closings);
  }

  @Override
  public void close(String by, List<LetterClosing> closings) throws IOException {
    ClosingFile.write(folder, by, closings);
  }

  @Override
  public void readRun(String run, Consumer<DeadLetter> letters) throws IOException {
    read(
        LetterFile.inName(run),
        letter -> {
          if (letter.getRun().equals(run)) {
            letters.accept(letter);
          }
        });
  }

  private void read(String namesBegin, Consumer<DeadLetter> letters) throws IOException {
    Set<RunAndId> seen = new HashSet<>();
    for (ResourceId file : LetterFile.list(folder, namesBegin)) {
      LetterFile.read(
          file,
          letter -> {
            if (seen.add(new RunAndId(letter.getRun(), letter.getId()))) {
              letters.accept(letter);
            }
          });
    }
  }

  private record RunAndId(String run, String id) {}
}
