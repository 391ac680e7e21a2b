package io.cloudpulse.pipelines.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudpulse.pipelines.flags.ExitCode;
import io.cloudpulse.pipelines.flags.StoppedException;
import java.io.IOException;
import java.nio.file.Path;

/** Writes a report as JSON. */
final class ReportFile {
  private ReportFile() {}

  static void write(Object report, Path file) {
    try {
      new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), report);
    } catch (IOException failure) {
      throw StoppedException.because(
          ExitCode.FAILED, "The run is done, but its report was not written: " + failure, failure);
    }
  }
}
