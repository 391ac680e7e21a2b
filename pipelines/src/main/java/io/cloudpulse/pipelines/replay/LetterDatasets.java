package io.cloudpulse.pipelines.replay;

import io.cloudpulse.pipelines.flags.Problems;
import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.file.Datasets;
import java.util.Optional;

/** The dataset that dead letters are read as: a corrected one, or the shipped one of that name. */
public record LetterDatasets(Optional<Dataset> corrected) {
  /** Reads the file of a corrected dataset; one that is none becomes a problem. */
  public static LetterDatasets of(Optional<String> file, Problems problems) {
    return new LetterDatasets(file.flatMap(path -> read(path, problems)));
  }

  private static Optional<Dataset> read(String path, Problems problems) {
    if (!path.endsWith(".yaml") && !path.endsWith(".yml")) {
      problems.flag("datasetFile", path, "the path of a dataset file", "path/to/mine.yaml");
      return Optional.empty();
    }
    try {
      return Optional.of(Datasets.resolve(path));
    } catch (RuntimeException wrong) {
      problems.add("--datasetFile: " + wrong.getMessage());
      return Optional.empty();
    }
  }

  /** The dataset of that name; if there is none, that is a problem, and empty. */
  public Optional<Dataset> named(String name, Problems problems) {
    if (corrected.isPresent()) {
      return corrected.filter(dataset -> dataset.name().equals(name));
    }
    if (!Datasets.shipped().contains(name)) {
      problems.add(
          "Dead letters of "
              + name
              + " are to be replayed, but no such dataset is shipped. Give its file, for example:"
              + " --datasetFile=path/to/mine.yaml, or leave them out with --dataset");
      return Optional.empty();
    }
    return Optional.of(Datasets.named(name));
  }
}
