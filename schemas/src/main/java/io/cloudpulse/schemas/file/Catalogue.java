package io.cloudpulse.schemas.file;

import io.cloudpulse.schemas.Dataset;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Dataset files among the resources of one folder: {@code <family>/<kind>.yaml}, with their names
 * in {@code index}, one a line, because a jar cannot be listed quickly.
 */
final class Catalogue {
  private final String folder;

  Catalogue(String folder) {
    this.folder = folder;
  }

  /** Sorted. */
  List<String> names() {
    return content("index").stream()
        .flatMap(String::lines)
        .filter(name -> !name.isBlank())
        .sorted()
        .toList();
  }

  /** The text of the file with that name. */
  String text(String name) {
    List<String> names = names();
    if (!names.contains(name)) {
      throw UnknownDatasetException.named(name, names);
    }
    return content(name.replace('.', '/') + ".yaml")
        .orElseThrow(() -> new IllegalStateException(folder + "/index names " + name + " in vain"));
  }

  Dataset dataset(String name) {
    return DatasetFile.parse(name + ".yaml", text(name), DatasetFile.Use.SHIPPED);
  }

  /** As another dataset refers to it: see {@link DatasetFile.Use#REFERRED_TO}. */
  Dataset referredTo(String name) {
    return DatasetFile.parse(name + ".yaml", text(name), DatasetFile.Use.REFERRED_TO);
  }

  private Optional<String> content(String resource) {
    try (InputStream in = Catalogue.class.getResourceAsStream(folder + "/" + resource)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + folder + "/" + resource, e);
    }
  }
}
