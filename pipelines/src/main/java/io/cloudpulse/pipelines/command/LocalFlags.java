package io.cloudpulse.pipelines.command;

import io.cloudpulse.pipelines.local.LocalPostgres;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where the local services of a command are. */
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

  LocalPostgres postgres() {
    return LocalPostgres.in(home);
  }
}
