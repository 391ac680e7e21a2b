package io.cloudpulse.serving.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cloudpulse.serving.http.Answer;
import io.cloudpulse.serving.http.Asked;
import io.cloudpulse.serving.http.Kinds;
import io.cloudpulse.serving.http.Parameter;
import io.cloudpulse.serving.http.Problem;
import io.cloudpulse.serving.http.Route;
import io.cloudpulse.serving.http.Shape;
import io.cloudpulse.serving.store.Missing;
import io.cloudpulse.serving.store.SearchCluster;
import io.cloudpulse.serving.store.Stores;
import java.util.List;
import java.util.Optional;

/** Books, products and customers by words. */
public final class SearchRoutes {
  private static final List<String> SEARCHED =
      List.of("books.catalogue", "northwind.products", "crm.products", "northwind.customers");

  private static final int LONGEST = 200;

  private static final Parameter<String> WORDS =
      Parameter.of(
              "q", "Words; those with a typo are found, too.", Kinds.words(LONGEST), "lighthouse")
          .required();

  private static final Parameter<String> DATASET =
      Parameter.of("dataset", "Rows of this one alone.", Kinds.oneOf(SEARCHED), "books.catalogue");

  private static final Parameter<Integer> LIMIT =
      Parameter.of("limit", "How many rows, the best first; else 20.", Kinds.number(1, 100), "10");

  private static Problem none() {
    return Missing.rows(
        "Elasticsearch",
        "run --dataset=books.catalogue --source=... --sink=postgres,elasticsearch");
  }

  private SearchRoutes() {}

  public static List<Route> of(Stores stores) {
    List<SearchedDataset> searched =
        stores.datasets().stream()
            .filter(dataset -> SEARCHED.contains(dataset.name()))
            .map(SearchedDataset::of)
            .toList();
    return List.of(
        Route.get("search", "/api/search", "Books, products and customers by words")
            .with(WORDS, DATASET, LIMIT)
            .answers(shape(), asked -> answer(asked, stores.search(), searched)));
  }

  private static Answer answer(
      Asked asked, Optional<SearchCluster> search, List<SearchedDataset> searched) {
    SearchCluster cluster = search.orElseThrow(SearchRoutes::noSearch);
    String words = asked.path(WORDS);
    JsonNode found = found(cluster, SearchBody.exact(searched, words), asked, searched);
    if (SearchPage.counted(found) == 0) {
      found = found(cluster, SearchBody.tolerant(searched, words), asked, searched);
    }
    return Answer.json(new SearchPage(searched).json(words, found));
  }

  private static JsonNode found(
      SearchCluster cluster, SearchBody body, Asked asked, List<SearchedDataset> searched) {
    List<String> indices = searched.stream().map(SearchedDataset::index).toList();
    JsonNode found =
        cluster.search(indices, body.json(asked.value(DATASET), asked.value(LIMIT).orElse(20)));
    if (found.at("/_shards/total").asInt() == 0) {
      throw none();
    }
    return found;
  }

  private static Problem noSearch() {
    return Problem.of(
        503,
        "There is no search here",
        "The server was started without Elasticsearch. Type ./pulse up, then ./pulse serve; or"
            + " ./pulse serve --elasticsearch=http://host:port");
  }

  private static ObjectNode shape() {
    Shape hit =
        Shape.object()
            .with(Shape.text(), "dataset", "key", "title")
            .with("score", Shape.number())
            .with("highlights", Shape.map(Shape.list(Shape.text())))
            .with("row", Kinds.schema("object"));
    Shape count = Shape.object().with("value", Shape.text()).with("count", Shape.whole());
    return Shape.object()
        .with("q", Shape.text())
        .with("total", Shape.whole())
        .withList("hits", hit)
        .with("facets", Shape.object().withList("dataset", count).schema())
        .schema();
  }
}
