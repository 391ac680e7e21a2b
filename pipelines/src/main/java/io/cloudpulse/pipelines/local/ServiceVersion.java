package io.cloudpulse.pipelines.local;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** The versions of the servers that this release starts. */
final class ServiceVersion {
  private ServiceVersion() {}

  /** Such as {@code 17.11.0} of {@code postgres}. */
  static String of(String service) throws IOException {
    Properties versions = new Properties();
    try (InputStream file = ServiceVersion.class.getResourceAsStream("versions.properties")) {
      versions.load(file);
    }
    return versions.getProperty(service);
  }
}
