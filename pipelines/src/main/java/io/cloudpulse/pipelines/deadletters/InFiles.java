package io.cloudpulse.pipelines.deadletters;

import io.cloudpulse.transforms.files.FileDeadLetters;
import java.util.Map;
import java.util.Set;

/** Dead letters as files of JSON lines in a folder. */
record InFiles(String folder) implements DeadLetterAddress {
  private static final long serialVersionUID = 1;

  @Override
  public void prepare() {
    // A file's folder is made with the file.
  }

  @Override
  public FileDeadLetters write() {
    return FileDeadLetters.in(folder);
  }

  @Override
  public Map<String, Long> countedByStep(String run) {
    return open().countedByStep(run);
  }

  @Override
  public Set<String> ids(String dataset, String step) {
    return open().ids(dataset, step);
  }

  @Override
  public LettersInLog open() {
    return new LettersInLog(write(), this);
  }

  @Override
  public String toString() {
    return "files:" + folder;
  }
}
