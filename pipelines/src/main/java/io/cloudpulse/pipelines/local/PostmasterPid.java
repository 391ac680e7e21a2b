package io.cloudpulse.pipelines.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a PostgreSQL server writes about itself into its data folder. */
record PostmasterPid(int pid, int port, String status) {
  private static final int PORT_LINE = 3;
  private static final int STATUS_LINE = 7;

  /** Empty if there is no such file, or if the server has only begun to write it. */
  static Optional<PostmasterPid> read(Path file) throws IOException {
    try {
      return parse(Files.readAllLines(file));
    } catch (NoSuchFileException stopped) {
      return Optional.empty();
    }
  }

  static Optional<PostmasterPid> parse(List<String> lines) {
    if (lines.size() <= STATUS_LINE) {
      return Optional.empty();
    }
    return Optional.of(
        new PostmasterPid(
            Integer.parseInt(lines.get(0).strip()),
            Integer.parseInt(lines.get(PORT_LINE).strip()),
            lines.get(STATUS_LINE).strip()));
  }

  /** It takes connections. The file outlives a kill, and its pid may be a stranger's by then. */
  boolean isReady() {
    return status.equals("ready");
  }
}
