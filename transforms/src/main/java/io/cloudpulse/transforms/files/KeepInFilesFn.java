package io.cloudpulse.transforms.files;

import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.JobFiles;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.transforms.DoFn;

/** Writes the dead letters of a bundle to a file; to several if they are many. */
final class KeepInFilesFn extends DoFn<DeadLetter, Void> {
  private static final long serialVersionUID = 1;
  private static final int MOST_LETTERS = 5_000;
  private static final long MOST_BYTES = 16 << 20;

  private final String folder;
  private transient Map<String, DeadLetter> letters;
  private transient long bytes;

  KeepInFilesFn(String folder) {
    this.folder = folder;
  }

  @Setup
  public void setUp(PipelineOptions options) {
    JobFiles.setUp(options);
  }

  /** A bundle that failed may have left letters behind; its retry brings them again. */
  @StartBundle
  public void startBundle() {
    letters = new TreeMap<>();
    bytes = 0;
  }

  @ProcessElement
  public void add(@Element DeadLetter letter) throws IOException {
    letters.put(letter.getId(), letter);
    bytes += letter.getOriginal().length;
    if (letters.size() >= MOST_LETTERS || bytes >= MOST_BYTES) {
      finishBundle();
    }
  }

  @FinishBundle
  public void finishBundle() throws IOException {
    if (!letters.isEmpty()) {
      LetterFile.write(folder, letters.values());
      startBundle();
    }
  }
}
