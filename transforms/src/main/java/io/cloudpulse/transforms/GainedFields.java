package io.cloudpulse.transforms;

import io.cloudpulse.schemas.Dataset;
import java.util.Collection;
import java.util.List;

/** Tells which fields a dataset has that its target has not: what a policy can decide about. */
public final class GainedFields {
  private GainedFields() {}

  /**
   * In the dataset's order. Fields of the key are none of them: rows that are there would have no
   * key.
   *
   * @param found what the target has columns or fields for
   */
  public static List<String> of(Dataset dataset, Collection<String> found) {
    return dataset.stored().fields().stream()
        .map(field -> field.name())
        .filter(name -> !found.contains(name))
        .filter(name -> !dataset.key().columns().contains(name))
        .toList();
  }
}
