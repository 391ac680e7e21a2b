package io.cloudpulse.pipelines.train;

import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.Digest;
import io.cloudpulse.transforms.VersionedRecord;
import io.cloudpulse.transforms.likelihood.Example;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;

/** Writes the examples of a bundle to a file, to several if they are many; refuses none. */
final class WriteExamplesFn extends DoFn<VersionedRecord, DeadLetter> {
  private static final long serialVersionUID = 1;
  private static final int MOST = 50_000;

  private final String folder;
  private transient List<String> lines;

  WriteExamplesFn(String folder) {
    this.folder = folder;
  }

  /** A bundle that failed may have left lines behind; its retry brings them again. */
  @StartBundle
  public void startBundle() {
    lines = new ArrayList<>();
  }

  @ProcessElement
  public void add(@Element VersionedRecord example) throws IOException {
    lines.add(Example.of(example.values()).line());
    if (lines.size() >= MOST) {
      finishBundle();
    }
  }

  @FinishBundle
  public void finishBundle() throws IOException {
    if (!lines.isEmpty()) {
      Digest content = new Digest();
      lines.forEach(content::add);
      Path unused = Files.write(Path.of(folder, content.hex()), lines);
      startBundle();
    }
  }
}
