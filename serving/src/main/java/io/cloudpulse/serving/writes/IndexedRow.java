package io.cloudpulse.serving.writes;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.shape.ElasticsearchShape;
import io.cloudpulse.serving.store.SearchCluster;
import java.util.List;

/** A row of a dataset as those who search find it. */
record IndexedRow(Dataset dataset, SearchCluster cluster) {
  /** The version of the row with this key; -1 if it is not found. */
  long version(List<String> values) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("size", 1).put("version", true).put("_source", false);
    ArrayNode filter = body.putObject("query").putObject("bool").putArray("filter");
    List<String> key = dataset.key().fields();
    for (int i = 0; i < key.size(); i++) {
      filter.addObject().putObject("term").put(key.get(i), values.get(i));
    }
    return cluster
        .search(List.of(ElasticsearchShape.of(dataset).index()), body)
        .at("/hits/hits/0/_version")
        .asLong(-1);
  }
}
