package io.cloudpulse.pipelines.local;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a build put together for one service, in {@code runners-config/services/NAME/target}: its
 * jars must not mix with ours.
 */
record ServiceBundle(String name, Path folder) {
  static ServiceBundle of(String service) {
    Path all = Path.of(System.getProperty("pulse.runners", "runners-config"), "services");
    return new ServiceBundle(
        service, all.resolve(service).resolve("target").toAbsolutePath().normalize());
  }

  Path file(String path) {
    Path file = folder.resolve(path);
    if (!Files.exists(file)) {
      throw new LocalServiceException(
          "The %s bundle is not built: there is no %s. ./pulse up builds it, as does: mvn package -pl runners-config/services/%s"
              .formatted(name, file, name));
    }
    return file;
  }
}
