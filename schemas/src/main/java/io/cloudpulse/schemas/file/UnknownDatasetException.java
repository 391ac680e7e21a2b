package io.cloudpulse.schemas.file;

import java.util.List;

/** A dataset that was asked for by a name that no shipped one has, or a file that is not there. */
public final class UnknownDatasetException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private UnknownDatasetException(String message) {
    super(message);
  }

  static UnknownDatasetException named(String name, List<String> shipped) {
    String near = NearNames.question(name, shipped);
    String known =
        shipped.isEmpty() ? "" : " Shipped datasets: " + String.join(", ", shipped) + ".";
    return new UnknownDatasetException(
        "There is no dataset "
            + name
            + "."
            + near
            + known
            + " A file of your own is given by its path, such as path/to/mine.yaml");
  }

  static UnknownDatasetException noFile(String path) {
    return new UnknownDatasetException("There is no file " + path);
  }
}
