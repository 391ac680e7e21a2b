package io.cloudpulse.pipelines.local;

import java.nio.file.Path;
import java.util.Map;

/**
 * A real PostgreSQL on this machine, without Docker or root. Its data outlives it, and a kill; it
 * outlives the JVM that started it. Any number run side by side, one per home folder.
 */
public final class LocalPostgres extends ControlledService<RunningPostgres> {
  static final String NAME = "postgres";
  private static final int USUAL_PORT = 5432;

  private final PostgresHome home;
  private final Path programs;
  private final ServicePort port;
  private final PostgresSettings settings;

  private LocalPostgres(
      PostgresHome home, Path programs, ServicePort port, PostgresSettings settings) {
    super(NAME);
    this.home = home;
    this.programs = programs;
    this.port = port;
    this.settings = settings;
  }

  /** Takes port 5432, or a free one if that is taken; keeps it from then on while it is free. */
  public static LocalPostgres in(Path home) {
    ServiceHome files = ServiceHome.in(home, NAME);
    return new LocalPostgres(
        new PostgresHome(files),
        files.programs(),
        ServicePort.of("PostgreSQL", USUAL_PORT),
        PostgresSettings.with(Map.of()));
  }

  @Override
  public LocalPostgres onPort(int wanted) {
    return new LocalPostgres(home, programs, port.demanding(wanted), settings);
  }

  /** Server settings of the next start, such as {@code shared_buffers}, over the defaults. */
  public LocalPostgres withSettings(Map<String, String> wanted) {
    return new LocalPostgres(home, programs, port, PostgresSettings.with(wanted));
  }

  /** Where the programs are unpacked, so that many homes can share one copy. */
  public LocalPostgres withProgramsIn(Path folder) {
    return new LocalPostgres(home, folder.toAbsolutePath().normalize(), port, settings);
  }

  @Override
  ServiceControl<RunningPostgres> control() {
    return new ServiceControl<>(home.files(), port, new PostgresServer(home, programs, settings));
  }
}
