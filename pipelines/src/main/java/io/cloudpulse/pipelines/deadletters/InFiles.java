package io.cloudpulse.pipelines.deadletters;

import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.files.FileDeadLetters;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PDone;

/** Dead letters as files of JSON lines in a folder. */
record InFiles(String folder) implements DeadLetterAddress {
  private static final long serialVersionUID = 1;

  @Override
  public void prepare() {
    // A file's folder is made with the file.
  }

  @Override
  public PTransform<PCollection<DeadLetter>, PDone> write() {
    return FileDeadLetters.in(folder);
  }

  @Override
  public Map<String, Long> countedByStep(String run) {
    Map<String, Long> counts = new TreeMap<>();
    try {
      FileDeadLetters.in(folder)
          .readRun(run, letter -> counts.merge(letter.getStep(), 1L, Long::sum));
    } catch (IOException failure) {
      throw LettersInFiles.unreadable(this, failure);
    }
    return counts;
  }

  @Override
  public Set<String> ids(String dataset, String step) {
    Set<String> ids = new HashSet<>();
    open()
        .each(
            kept -> {
              DeadLetter letter = kept.letter();
              if (letter.getDataset().equals(dataset) && letter.getStep().equals(step)) {
                ids.add(letter.getId());
              }
            });
    return ids;
  }

  @Override
  public LettersInFiles open() {
    return new LettersInFiles(this);
  }

  @Override
  public String toString() {
    return "files:" + folder;
  }
}
