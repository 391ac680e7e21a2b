package io.cloudpulse.serving.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cloudpulse.schemas.file.Datasets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchedDatasetTest {
  private static SearchedDataset searched(String name) {
    return SearchedDataset.of(Datasets.named(name));
  }

  @ParameterizedTest
  @CsvSource({
    "books.catalogue, title",
    "northwind.products, product_name",
    "northwind.customers, company_name",
    "crm.products, product"
  })
  void findsWhatNamesARow(String dataset, String title) {
    assertThat(searched(dataset).title()).isEqualTo(title);
  }

  @Test
  void searchesTheWordsOfTextsAndPrefersNames() {
    assertThat(searched("books.catalogue").weighted())
        .containsExactly(
            "isbn_published.text^1",
            "isbn13_published.text^1",
            "isbn_10.text^1",
            "isbn_13.text^1",
            "authors.text^2",
            "original_title.text^2",
            "title.text^4",
            "language_code.text^1");
    assertThat(searched("crm.products").weighted())
        .containsExactly("product.text^4", "series.text^1");
    assertThat(searched("books.catalogue").index()).isEqualTo("books-catalogue");
  }

  @Test
  void forgivesTyposInNamesAlone() {
    assertThat(searched("books.catalogue").names())
        .containsExactly("authors.text^2", "original_title.text^2", "title.text^4");
    assertThat(searched("northwind.customers").names())
        .containsExactly("company_name.text^4", "contact_name.text^2", "contact_title.text^2");
  }

  @Test
  void asksForWordsAsValuesAlone() {
    List<SearchedDataset> all = List.of(searched("crm.products"), searched("books.catalogue"));
    String words = "\"}}, title:* OR _exists_:x /.*/ {{";
    JsonNode exact = SearchBody.exact(all, words).json(Optional.of("crm.products"), 7);
    JsonNode tolerant = SearchBody.tolerant(all, words).json(Optional.empty(), 7);

    assertThat(queries(exact)).containsExactly(words, words, words, words);
    assertThat(queries(tolerant)).containsExactly(words, words);
    assertThat(exact.toString() + tolerant).doesNotContain("query_string", "script");
  }

  private static List<String> queries(JsonNode body) {
    return body.path("query").findValuesAsText("query");
  }

  @Test
  void filtersAfterCounting() {
    List<SearchedDataset> all = List.of(searched("crm.products"), searched("books.catalogue"));
    JsonNode body = SearchBody.exact(all, "x").json(Optional.of("crm.products"), 7);

    assertThat(body.at("/post_filter/term/_index").asText()).isEqualTo("crm-products");
    assertThat(body.at("/aggs/dataset/filters/filters/books.catalogue/term/_index").asText())
        .isEqualTo("books-catalogue");
    assertThat(body.at("/size").asInt()).isEqualTo(7);
    assertThat(SearchBody.exact(all, "x").json(Optional.empty(), 7).has("post_filter")).isFalse();
  }

  @Test
  void leavesNothingButItsMarksInHighlights() {
    JsonNode highlight =
        SearchBody.tolerant(List.of(searched("crm.products")), "x")
            .json(Optional.empty(), 1)
            .path("highlight");

    assertThat(highlight.path("encoder").asText()).isEqualTo("html");
    assertThat(highlight.path("pre_tags").path(0).asText()).isEqualTo("<mark>");
    assertThat(highlight.path("post_tags").path(0).asText()).isEqualTo("</mark>");
  }
}
