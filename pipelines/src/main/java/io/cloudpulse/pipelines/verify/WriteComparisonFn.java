package io.cloudpulse.pipelines.verify;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.channels.Channels;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.transforms.DoFn;

/** Leaves the result where the command finds it; a retry writes the same again. */
final class WriteComparisonFn extends DoFn<Comparison, Void> {
  private static final long serialVersionUID = 1;

  private final String file;

  WriteComparisonFn(String file) {
    this.file = file;
  }

  @ProcessElement
  public void write(@Element Comparison result) throws IOException {
    try (ObjectOutputStream out =
        new ObjectOutputStream(
            Channels.newOutputStream(
                FileSystems.create(
                    FileSystems.matchNewResource(file, false), "application/octet-stream")))) {
      out.writeObject(result);
    }
  }
}
