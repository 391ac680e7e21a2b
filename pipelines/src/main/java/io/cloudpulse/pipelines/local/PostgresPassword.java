package io.cloudpulse.pipelines.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** The superuser's password: made once per data folder, readable by the owner only. */
final class PostgresPassword {
  private static final int RANDOM_BYTES = 18;

  private PostgresPassword() {}

  /** Writes the password, and the same as a {@code PGPASSFILE}, which spares a user to type it. */
  static void writeNew(PostgresHome home) throws IOException {
    byte[] random = new byte[RANDOM_BYTES];
    new SecureRandom().nextBytes(random);
    // URL-safe: no character that a passfile or a URL would have to escape.
    String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    writePrivately(home.password(), password);
    writePrivately(home.passfile(), "*:*:*:" + RunningPostgres.USER + ":" + password + "\n");
  }

  private static void writePrivately(Path file, String text) throws IOException {
    Files.deleteIfExists(file);
    // The mode at creation: set afterwards, it would leave a moment for others to read.
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    Path created = Files.createFile(file, ownerOnly);
    Files.write(created, text.getBytes(StandardCharsets.UTF_8));
  }
}
