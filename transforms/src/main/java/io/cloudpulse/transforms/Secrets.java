package io.cloudpulse.transforms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Finds what a secret's name stands for, on the machine that needs it. Flags, plans, graphs and
 * logs carry the name alone.
 */
public final class Secrets {
  private static final String SCHEME = "secret://";
  private static final String ENVIRONMENT = SCHEME + "env/";
  private static final String FILE = SCHEME + "file/";
  private static final String GCP = SCHEME + "gcp/";

  private Secrets() {}

  /** True for a name that {@link #resolve} may be asked for. */
  public static boolean isName(String text) {
    return text.startsWith(ENVIRONMENT)
        || text.startsWith(FILE)
        || (text.startsWith(GCP) && GoogleSecrets.isName(text.substring(GCP.length())));
  }

  /**
   * The value behind {@code secret://env/NAME}, {@code secret://file/PATH} or {@code
   * secret://gcp/projects/P/secrets/S}; its last line break is not part of it.
   */
  public static String resolve(String name) {
    if (name.startsWith(ENVIRONMENT)) {
      return fromEnvironment(name, name.substring(ENVIRONMENT.length()));
    }
    if (name.startsWith(FILE)) {
      return fromFile(name, Path.of(name.substring(FILE.length() - 1)));
    }
    if (name.startsWith(GCP)) {
      return fromGoogle(name, name.substring(GCP.length()));
    }
    throw new IllegalArgumentException(
        "a secret must be named secret://env/NAME, secret://file/PATH"
            + " or secret://gcp/projects/P/secrets/S");
  }

  private static String fromEnvironment(String name, String variable) {
    String value = System.getenv(variable);
    if (value == null) {
      throw new IllegalStateException(
          name + " is not there: set the environment variable " + variable + " on every worker");
    }
    return value;
  }

  private static String fromGoogle(String name, String secret) {
    try {
      return GoogleSecrets.read(secret).stripTrailing();
    } catch (IOException denied) {
      throw new UncheckedIOException(name + " cannot be read: " + denied.getMessage(), denied);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(name + " was not read: interrupted", stopped);
    }
  }

  private static String fromFile(String name, Path file) {
    try {
      return Files.readString(file).stripTrailing();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(name + " cannot be read: put it on every worker", unreadable);
    }
  }
}
