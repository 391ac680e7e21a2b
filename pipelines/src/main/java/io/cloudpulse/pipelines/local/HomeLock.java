package io.cloudpulse.pipelines.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;

/** One start, stop or wipe of a service at a time, between threads and between processes. */
final class HomeLock {
  /** A file lock guards against other processes only; within one JVM a second one throws. */
  private static final ConcurrentMap<Path, ReentrantLock> IN_THIS_JVM = new ConcurrentHashMap<>();

  /** What must not happen twice at a time. */
  interface Step<T> {
    T take() throws IOException;
  }

  /** The same of what returns nothing. */
  interface Act {
    void take() throws IOException;
  }

  private HomeLock() {}

  static void holding(Path file, Act act) {
    boolean unused =
        HomeLock.<Boolean>holding(
            file,
            () -> {
              act.take();
              return true;
            });
  }

  /** Waits until whoever holds the lock lets go, which the kernel does for one that is killed. */
  static <T> T holding(Path file, Step<T> step) {
    ReentrantLock ours = IN_THIS_JVM.computeIfAbsent(file, unused -> new ReentrantLock());
    ours.lock();
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
      ours.unlock();
    }
  }
}
