package io.cloudpulse.transforms.elasticsearch;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.shape.ElasticsearchShape;
import java.util.List;

/** What a dataset's index and its companions are called, and what makes them. */
record IndexNames(ElasticsearchShape shape) {
  static IndexNames of(Dataset dataset) {
    return new IndexNames(ElasticsearchShape.of(dataset));
  }

  String index() {
    return shape.index();
  }

  /** The body of the request that creates the index. */
  String createJson() {
    return shape.createJson();
  }

  /** The body of the request that adds fields to it. */
  String addJson(List<String> fields) {
    return shape.addJson(fields);
  }

  /**
   * The alias that all writing goes through. Elasticsearch would create an index that is gone anew,
   * with a mapping it guesses; a write that requires an alias fails instead.
   */
  String alias() {
    return index() + "-write";
  }

  /** The index of {@link Tombstones}. */
  String deleted() {
    return index() + "-deleted";
  }

  List<String> requests() {
    return List.of(
        "PUT /" + index() + "\n" + createJson(), "PUT /" + index() + "/_alias/" + alias());
  }
}
