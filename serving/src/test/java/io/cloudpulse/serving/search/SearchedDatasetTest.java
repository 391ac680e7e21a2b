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
            "authors.text^1",
            "original_title.text^2",
            "title.text^4",
            "language_code.text^1");
    assertThat(searched("crm.products").weighted())
        .containsExactly("product.text^4", "series.text^1");
    assertThat(searched("books.catalogue").index()).isEqualTo("books-catalogue");
  }

  @Test
  void asksForWordsAsValuesAlone() {
    List<SearchedDataset> all = List.of(searched("crm.products"), searched("books.catalogue"));
    String words = "\"}}, title:* OR _exists_:x /.*/ {{";
    JsonNode body = new SearchBody(all, words).json(Optional.of("crm.products"), 7);

    assertThat(body.path("query").findValuesAsText("query")).filteredOn(text -> !text.isEmpty()).hasSize(6);
    assertThat(body.path("query").findValuesAsText("query"))
        .filteredOn(text -> !text.isEmpty())
        .containsOnly(words);
    assertThat(body.toString()).doesNotContain("query_string", "script");
    assertThat(body.at("/post_filter/term/_index").asText()).isEqualTo("crm-products");
    assertThat(body.at("/aggs/dataset/filters/filters/books.catalogue/term/_index").asText())
        .isEqualTo("books-catalogue");
    assertThat(body.at("/size").asInt()).isEqualTo(7);
    assertThat(body.at("/highlight/encoder").asText()).isEqualTo("html");
  }

  @Test
  void filtersNothingIfNoDatasetIsNamed() {
    assertThat(
            new SearchBody(List.of(searched("crm.products")), "x")
                .json(Optional.empty(), 1)
                .has("post_filter"))
        .isFalse();
  }
}
