package io.cloudpulse.pipelines.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** PostgreSQL's own programs, unpacked from the Maven artifact on the class path. */
record PostgresPrograms(String version, Path folder) {
  private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

  /** Unpacks once per version (some seconds); later calls cost nothing. */
  static PostgresPrograms unpackedIn(Path programs) throws IOException {
    String version = ServiceVersion.of(LocalPostgres.NAME);
    PostgresPrograms here = new PostgresPrograms(version, programs.resolve("postgres-" + version));
    if (!Files.isDirectory(here.folder)) {
      Folder.create(here.folder, PostgresPrograms::unpack);
    }
    return here;
  }

  /** The number that a data folder belongs to: 17 of 17.11.0. */
  String major() {
    return version.substring(0, version.indexOf('.'));
  }

  String program(String name) {
    return folder.resolve("bin").resolve(name).toString();
  }

  private static void unpack(Path folder) throws IOException {
    try (InputStream archive = PostgresPrograms.class.getResourceAsStream(ARCHIVE)) {
      if (archive == null) {
        throw new LocalServiceException(
            "No PostgreSQL for this machine is on the class path ("
                + ARCHIVE
                + "); it comes for Linux on x86-64. Elsewhere name your own server:"
                + " --sink=jdbc:postgresql://HOST:5432/DB");
      }
      TarXz.unpack(archive, folder);
    }
    // A temporary folder is private; the programs may be run by another user (see ServerUser).
    var unused =
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
