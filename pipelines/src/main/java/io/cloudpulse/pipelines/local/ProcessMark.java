package io.cloudpulse.pipelines.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * By what a server's process is known. The kernel knows it of every living process, also where a
 * pid file is stale and its pid has gone to a stranger.
 */
interface ProcessMark {
  boolean isOn(long pid) throws IOException;

  /** Its current folder. */
  static ProcessMark worksIn(Path folder) {
    return pid -> Files.isSameFile(proc(pid).resolve("cwd"), folder);
  }

  /** One of these words it was started with; any user may read them of any other's process. */
  static ProcessMark startedWith(Set<String> words) {
    return pid -> arguments(pid).stream().anyMatch(words::contains);
  }

  private static List<String> arguments(long pid) throws IOException {
    String zeroEnded = Files.readString(proc(pid).resolve("cmdline"));
    return Pattern.compile("\0").splitAsStream(zeroEnded).toList();
  }

  private static Path proc(long pid) {
    return Path.of("/proc/" + pid);
  }
}
