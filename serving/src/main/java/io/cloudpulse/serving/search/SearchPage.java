package io.cloudpulse.serving.search;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cloudpulse.schemas.Field;
import java.util.List;

/** Makes a page of what Elasticsearch found. */
final class SearchPage {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);

  private final List<SearchedDataset> searched;

  SearchPage(List<SearchedDataset> searched) {
    this.searched = searched;
  }

  /** Rows of any dataset, whichever of them is wanted. */
  static long counted(JsonNode found) {
    long sum = 0;
    for (JsonNode bucket : found.at("/aggregations/dataset/buckets")) {
      sum += bucket.path("doc_count").asLong();
    }
    return sum;
  }

  String json(String words, JsonNode found) {
    ObjectNode page = JSON.createObjectNode().put("q", words);
    page.set("total", found.at("/hits/total/value"));
    ArrayNode hits = page.putArray("hits");
    found.at("/hits/hits").forEach(hit -> hits.add(hit(hit)));
    ArrayNode facet = page.putObject("facets").putArray("dataset");
    JsonNode counts = found.at("/aggregations/dataset/buckets");
    for (SearchedDataset dataset : searched) {
      String name = dataset.dataset().name();
      facet.addObject().put("value", name).set("count", counts.path(name).path("doc_count"));
    }
    try {
      return JSON.writeValueAsString(page);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a tree is always JSON", impossible);
    }
  }

  private ObjectNode hit(JsonNode hit) {
    String name = hit.path("matched_queries").path(0).asText();
    SearchedDataset dataset =
        searched.stream()
            .filter(one -> one.dataset().name().equals(name))
            .findFirst()
            .orElseThrow();
    ObjectNode shown = JSON.createObjectNode().put("dataset", name);
    shown.put("key", hit.path("_id").asText());
    shown.put("title", hit.path("_source").path(dataset.title()).asText(""));
    shown.set("score", hit.path("_score"));
    ObjectNode highlights = shown.putObject("highlights");
    hit.path("highlight")
        .fields()
        .forEachRemaining(
            field -> highlights.set(field.getKey().replaceFirst("\\.text$", ""), field.getValue()));
    shown.set("row", row(dataset, hit.path("_source")));
    return shown;
  }

  /** Every field of the dataset; a document leaves out those that are null. */
  private static ObjectNode row(SearchedDataset dataset, JsonNode source) {
    ObjectNode row = JSON.createObjectNode();
    for (Field field : dataset.dataset().fields()) {
      JsonNode value = source.get(field.name());
      row.set(field.name(), value == null ? row.nullNode() : value);
    }
    return row;
  }
}
