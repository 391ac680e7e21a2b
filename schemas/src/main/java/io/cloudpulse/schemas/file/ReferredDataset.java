package io.cloudpulse.schemas.file;

import io.cloudpulse.schemas.Dataset;
import java.util.Optional;

/** Reads the name of another dataset, or the path of its file. */
final class ReferredDataset {
  private ReferredDataset() {}

  static Optional<Dataset> read(YamlValue value) {
    Optional<String> name = value.text();
    try {
      return name.map(Datasets::referredTo);
    } catch (UnknownDatasetException unknown) {
      value.problem("was \"" + name.orElseThrow() + "\". " + unknown.getMessage());
    } catch (InvalidDatasetException invalid) {
      value.problem("cannot be used: " + invalid.getMessage());
    }
    return Optional.empty();
  }
}
