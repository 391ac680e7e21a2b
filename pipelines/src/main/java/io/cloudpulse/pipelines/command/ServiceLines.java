package io.cloudpulse.pipelines.command;

import io.cloudpulse.pipelines.local.LocalServing;
import io.cloudpulse.pipelines.local.RunningService;
import java.nio.file.Path;
import picocli.CommandLine.Help.ColorScheme;

/** A running service as the user wants to read it: what, where, and a line to paste. */
record ServiceLines(ColorScheme colors) {
  String of(RunningService service) {
    return """
    @|bold,green %s|@
      address  %s
      health   %s
      data     %s
      try      %s\
    """
        .formatted(
            service.version(),
            service.address(),
            service.health(),
            near(service.data()),
            service.tryIt())
        .transform(text -> colors.ansi().string(text));
  }

  String stopped(String name) {
    String start = name.equals(LocalServing.NAME) ? "pulse serve" : "pulse up";
    return colors
        .ansi()
        .string("@|bold %s|@ is not running. To start it: %s".formatted(name, start));
  }

  /** Short where it can be: relative to where the user is. */
  private static Path near(Path path) {
    Path here = Path.of("").toAbsolutePath();
    return path.startsWith(here) ? here.relativize(path) : path;
  }
}
