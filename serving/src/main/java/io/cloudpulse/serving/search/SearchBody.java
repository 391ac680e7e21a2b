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

  SearchBody(List<SearchedDataset> searched, String words) {
    this.searched = searched;
    this.words = words;
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
    ObjectNode typos = match(dataset).put("fuzziness", "AUTO").put("prefix_length", 1);
    bool.putArray("must").addObject().set("multi_match", typos.put("max_expansions", 20));
    ArrayNode better = bool.putArray("should");
    better
        .addObject()
        .set("multi_match", match(dataset).put("type", "cross_fields").put("operator", "and"));
    better.addObject().set("multi_match", match(dataset).put("type", "phrase").put("boost", 2));
    return query;
  }

  private ObjectNode match(SearchedDataset dataset) {
    ObjectNode match = object().put("query", words);
    dataset.weighted().forEach(match.putArray("fields")::add);
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
