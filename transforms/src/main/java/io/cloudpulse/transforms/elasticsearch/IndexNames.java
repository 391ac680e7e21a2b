package io.cloudpulse.transforms.elasticsearch;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.shape.ElasticsearchShape;
import java.util.List;

/**
 * What a dataset's index and its companions are called.
 *
 * @param createJson the body of the request that creates the index
 */
record IndexNames(String index, String createJson) {
  static IndexNames of(Dataset dataset) {
    ElasticsearchShape shape = ElasticsearchShape.of(dataset);
    return new IndexNames(shape.index(), shape.createJson());
  }

  /**
   * The alias that all writing goes through. Elasticsearch would create an index that is gone anew,
   * with a mapping it guesses; a write that requires an alias fails instead.
   */
  String alias() {
    return index + "-write";
  }

  /** The index of {@link Tombstones}. */
  String deleted() {
    return index + "-deleted";
  }

  List<String> requests() {
    return List.of("PUT /" + index + "\n" + createJson, "PUT /" + index + "/_alias/" + alias());
  }
}
