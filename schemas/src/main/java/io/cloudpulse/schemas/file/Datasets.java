package io.cloudpulse.schemas.file;

import io.cloudpulse.schemas.Dataset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The datasets that are shipped, as resources {@code datasets/<family>/<kind>.yaml}. The build
 * lists them: to add one, add its file.
 */
public final class Datasets {
  private static final Catalogue SHIPPED = new Catalogue("/datasets");

  private Datasets() {}

  /** Names of the shipped datasets, sorted. */
  public static List<String> shipped() {
    return SHIPPED.names();
  }

  /**
   * A shipped dataset; no other one is read.
   *
   * @throws UnknownDatasetException if none has that name
   */
  public static Dataset named(String name) {
    return SHIPPED.dataset(name);
  }

  /**
   * A shipped dataset by name, or any by the path of its file, which ends in .yaml or .yml.
   *
   * @throws UnknownDatasetException if there is none
   * @throws InvalidDatasetException if its file has problems
   */
  public static Dataset resolve(String nameOrPath) {
    return isFile(nameOrPath)
        ? DatasetFile.read(file(nameOrPath), DatasetFile.Use.OWN)
        : named(nameOrPath);
  }

  /** As {@link #resolve}, for what another dataset refers to. */
  static Dataset referredTo(String nameOrPath) {
    return isFile(nameOrPath)
        ? DatasetFile.read(file(nameOrPath), DatasetFile.Use.REFERRED_TO)
        : SHIPPED.referredTo(nameOrPath);
  }

  private static boolean isFile(String nameOrPath) {
    return nameOrPath.endsWith(".yaml") || nameOrPath.endsWith(".yml");
  }

  private static Path file(String path) {
    Path file = Path.of(path);
    if (!Files.isRegularFile(file)) {
      throw UnknownDatasetException.noFile(path);
    }
    return file;
  }

  /** The file of a shipped dataset as it is written, for one's own to begin from. */
  public static String source(String name) {
    return SHIPPED.text(name);
  }
}
