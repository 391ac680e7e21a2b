package io.cloudpulse.pipelines.command;

import io.cloudpulse.pipelines.local.LocalPostgres;
import io.cloudpulse.pipelines.local.LocalService;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Which local services a command is about. A further service is a line in {@link #services}. */
final class LocalFlags {
  /** The launcher sets the property, so that the home does not depend on the current directory. */
  @Option(
      names = "--home",
      paramLabel = "DIR",
      defaultValue = "${sys:pulse.home:-.pulse}",
      description = "Where services keep their data (default: .pulse in the project).")
  private Path home;

  Path folder() {
    return home;
  }

  List<LocalService> services() {
    return List.of(postgres());
  }

  LocalPostgres postgres() {
    return LocalPostgres.in(home);
  }
}
