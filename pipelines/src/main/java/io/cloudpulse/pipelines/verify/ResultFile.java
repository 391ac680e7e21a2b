package io.cloudpulse.pipelines.verify;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Brings the result from the graph to the command: a small file, gone when closed. Beam's metrics
 * are not asked, because they count attempts, and on Flink they are off.
 */
record ResultFile(Path path) implements AutoCloseable {
  static ResultFile create() throws IOException {
    return new ResultFile(Files.createTempFile("pulse-verify-", ".result"));
  }

  String name() {
    return path.toString();
  }

  Comparison read() throws IOException {
    if (Files.size(path) == 0) {
      throw new IOException("the job ended without a result");
    }
    try (ObjectInputStream in = new ObjectInputStream(Files.newInputStream(path))) {
      return (Comparison) in.readObject();
    } catch (ClassNotFoundException impossible) {
      throw new IllegalStateException("the class that asks is the one that is read", impossible);
    }
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(path);
  }
}
