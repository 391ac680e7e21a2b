package io.cloudpulse.pipelines.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/** One start, stop or wipe at a time, between threads and between processes. */
final class HomeLock {
  /** A file lock guards against other processes only; within one JVM a second one throws. */
  private static final ReentrantLock IN_THIS_JVM = new ReentrantLock();

  /** What must not happen twice at a time. */
  interface Step<T> {
    T take() throws IOException;
  }

  private HomeLock() {}

  /** Waits until whoever holds the lock lets go, which the kernel does for one that is killed. */
  static <T> T holding(Path file, Step<T> step) {
    IN_THIS_JVM.lock();
    try {
      Files.createDirectories(file.getParent());
      try (FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        var unused = channel.lock();
        return step.take();
      }
    } catch (IOException failure) {
      throw new LocalServiceException("Failed in " + file.getParent() + ": " + failure, failure);
    } finally {
      IN_THIS_JVM.unlock();
    }
  }
}
