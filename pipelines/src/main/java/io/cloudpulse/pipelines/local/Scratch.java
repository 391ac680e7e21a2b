package io.cloudpulse.pipelines.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A folder for what is of no use once this process has ended, such as Flink's checkpoints. */
public final class Scratch {
  private Scratch() {}

  /** This process's folder; those that killed processes have left behind are deleted. */
  public static Path folder() {
    Path all = PulseHome.folder().resolve("scratch");
    Path own = all.resolve(Long.toString(ProcessHandle.current().pid()));
    try {
      if (Files.isDirectory(all)) {
        for (Path left : leftIn(all)) {
          Folder.delete(left);
        }
      }
      return own;
    } catch (IOException failure) {
      throw new UncheckedIOException("the folder " + all + " cannot be tidied", failure);
    }
  }

  private static List<Path> leftIn(Path all) throws IOException {
    try (Stream<Path> folders = Files.list(all)) {
      return folders.filter(folder -> !isAlive(folder.getFileName().toString())).toList();
    }
  }

  private static boolean isAlive(String pid) {
    return pid.chars().allMatch(Character::isDigit)
        && ProcessHandle.of(Long.parseLong(pid)).isPresent();
  }
}
