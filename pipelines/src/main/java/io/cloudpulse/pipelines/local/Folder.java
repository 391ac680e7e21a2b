package io.cloudpulse.pipelines.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder as a whole: it is complete or it is not there. */
public final class Folder {
  /** Fills a new folder. */
  interface Filling {
    void into(Path folder) throws IOException;
  }

  private Folder() {}

  /** Fills a neighbour first and moves it into place, so that a kill leaves no half folder. */
  static void create(Path folder, Filling filling) throws IOException {
    Files.createDirectories(folder.getParent());
    Path unfinished =
        Files.createTempDirectory(folder.getParent(), folder.getFileName() + ".unfinished");
    try {
      filling.into(unfinished);
      moveUnlessMadeMeanwhile(unfinished, folder);
    } finally {
      delete(unfinished);
    }
  }

  private static void moveUnlessMadeMeanwhile(Path unfinished, Path folder) throws IOException {
    try {
      Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException impossible) {
      throw impossible;
    } catch (IOException failure) {
      if (!Files.isDirectory(folder)) {
        throw failure;
      }
    }
  }

  /** Deletes a folder with all it holds; links are deleted, not followed. */
  public static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> entries = Files.walk(folder)) {
      entries.sorted(Comparator.reverseOrder()).forEach(Folder::deleteEntry);
    } catch (UncheckedIOException failure) {
      throw failure.getCause();
    }
  }

  private static void deleteEntry(Path entry) {
    try {
      Files.deleteIfExists(entry);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
