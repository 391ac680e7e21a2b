package io.cloudpulse.serving.search;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * What Elasticsearch is asked. The words of a query are matched as words: nothing in them is
 * syntax. What is filtered by dataset is filtered after counting, so that the facets tell of all.
 */
final class SearchBody {
  private final List<SearchedDataset> searched;
  private final String words;
  private final boolean isTolerant;

  private SearchBody(List<SearchedDataset> searched, String words, boolean isTolerant) {
    this.searched = searched;
    this.words = words;
    this.isTolerant = isTolerant;
  }

  /** Rows that hold all words, in whichever of their texts. */
  static SearchBody exact(List<SearchedDataset> searched, String words) {
    return new SearchBody(searched, words, false);
  }

  /** Rows whose names hold most words, or such as differ by a letter or two. */
  static SearchBody tolerant(List<SearchedDataset> searched, String words) {
    return new SearchBody(searched, words, true);
  }

  /**
   * The request's body.
   *
   * @param only the dataset whose rows are wanted; empty for all
   */
  ObjectNode json(Optional<String> only, int limit) {
    ObjectNode body = object().put("size", limit).put("track_total_hits", true);
    body.put("timeout", "4s");
    ArrayNode any = body.putObject("query").putObject("bool").putArray("should");
    searched.forEach(dataset -> any.add(inDataset(dataset)));
    ObjectNode facets =
        body.putObject("aggs").putObject("dataset").putObject("filters").putObject("filters");
    searched.forEach(dataset -> facets.set(dataset.dataset().name(), isIn(dataset)));
    searched.stream()
        .filter(dataset -> only.filter(dataset.dataset().name()::equals).isPresent())
        .forEach(dataset -> body.set("post_filter", isIn(dataset)));
    body.set("highlight", highlight());
    return body;
  }

  /** Named, so that each hit says which it is. */
  private ObjectNode inDataset(SearchedDataset dataset) {
    ObjectNode query = object();
    ObjectNode bool = query.putObject("bool").put("_name", dataset.dataset().name());
    bool.putArray("filter").add(isIn(dataset));
    ArrayNode must = bool.putArray("must");
    if (isTolerant) {
      must.add(match(dataset.names(), similar()));
      return query;
    }
    must.add(
        match(dataset.weighted(), object().put("type", "cross_fields").put("operator", "and")));
    ObjectNode inOrder = object().put("type", "phrase").put("boost", 2);
    bool.putArray("should").add(match(dataset.weighted(), inOrder));
    return query;
  }

  private static ObjectNode similar() {
    return object()
        .put("fuzziness", "AUTO")
        .put("prefix_length", 1)
        .put("max_expansions", 20)
        .put("minimum_should_match", "67%");
  }

  private ObjectNode match(List<String> fields, ObjectNode how) {
    how.put("query", words);
    fields.forEach(how.putArray("fields")::add);
    ObjectNode match = object();
    match.set("multi_match", how);
    return match;
  }

  private static ObjectNode isIn(SearchedDataset dataset) {
    ObjectNode filter = object();
    filter.putObject("term").put("_index", dataset.index());
    return filter;
  }

  /** All but the marks is escaped: what comes back can be put into a page as it is. */
  private ObjectNode highlight() {
    ObjectNode highlight = object().put("encoder", "html").put("number_of_fragments", 3);
    highlight.putArray("pre_tags").add("<mark>");
    highlight.putArray("post_tags").add("</mark>");
    ObjectNode fields = highlight.putObject("fields");
    for (SearchedDataset dataset : searched) {
      dataset.texts().forEach(text -> fields.putObject(SearchedDataset.words(text)));
    }
    return highlight;
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
