package io.cloudpulse.schemas.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Enrichment;
import io.cloudpulse.schemas.Field;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be wrong with {@code enrich} and {@code into}. Quotes are written as ~ here. */
class EnrichmentProblemsTest {
  private static final String REST =
      "fields: {id: {type: string}, isbn_13: {type: string}, pages: {type: int64}}\n"
          + "dataset: a.b\nkey: [id]\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {from: books.catalog, on: {isbn_13: isbn_13}, take: [title]} | from was ~books.catalog~. There is no dataset books.catalog. Did you mean books.catalogue
          {on: {isbn_13: isbn_13}, take: [title]} | from is missing. For example: from: books.catalogue
          {from: books.catalogue, take: [title]} | on is missing. For example: on: {isbn_13: isbn_13}
          {from: books.catalogue, on: {isbn_13: isbn_13}} | take is missing. For example: take: [title, authors]
          {from: books.catalogue, on: {}, take: [title]} | on must name at least one field and its match
          {from: books.catalogue, on: {isbn: isbn_13}, take: [title]} | on.isbn names isbn, but there is no such field.
          {from: books.catalogue, on: {isbn_13: isbn13}, take: [title]} | on.isbn_13 names isbn13, but books.catalogue has no such field. Did you mean isbn_13 or isbn_10?
          {from: books.catalogue, on: {pages: isbn_13}, take: [title]} | on.pages is string in books.catalogue, but pages is int64: they must be of one type
          {from: books.catalogue, on: {isbn_13: isbn_13}, take: [titel]} | take[0] names titel, but books.catalogue has no such field. Did you mean title?
          {from: books.catalogue, on: {isbn_13: isbn_13}, take: [isbn_13]} | take[0] names isbn_13, which is a field of this dataset already
          {from: books.catalogue, on: {isbn_13: isbn_13}, take: []} | take must name at least one field, or be all
          {from: books.catalogue, on: {isbn_13: isbn_13}, take: some} | take was ~some~, but must be a list of fields, or all. For example: [title, authors]
          {from: books.catalogue, on: {isbn_13: isbn_13}, take: [title], refresh: 60} | refresh was ~60~, but must be a duration above zero as ISO-8601 writes it. For example: PT1M
          {from: books.catalogue, on: {isbn_13: isbn_13}, take: [title], refresh: PT0S} | refresh was ~PT0S~, but must be a duration above zero as ISO-8601 writes it. For example: PT1M
          {from: books.isbn, on: {isbn_13: isbn_13}, take: [title]} | from cannot be used: books.isbn.yaml:
          """)
  void inAnEnrichment(String enrich, String message) {
    assertThatThrownBy(() -> DatasetFile.parse("f.yaml", "enrich: " + enrich + "\n" + REST))
        .isInstanceOf(InvalidDatasetException.class)
        .hasMessageStartingWith("f.yaml:1: enrich." + message.replace('~', '"'));
  }

  @Test
  void allAreToldAtOnce() {
    assertThatThrownBy(
            () ->
                DatasetFile.parse(
                    "f.yaml",
                    "enrich: {from: books.catalogue, on: {isbn: isbn_13}, take: [titel], refresh: x}\n"
                        + REST))
        .hasMessageContainingAll("enrich.on.isbn", "enrich.take[0]", "enrich.refresh");
  }

  @Test
  void ofAnUnknownDatasetIsToldOnce() {
    assertThatThrownBy(
            () ->
                DatasetFile.parse(
                    "f.yaml",
                    "enrich: {from: no.one, on: {isbn_13: isbn_13}, take: all}\n"
                        + REST
                        + "eventTime: told_at\n"))
        .extracting(problems -> problems.getMessage().lines().count())
        .isEqualTo(1L);
  }

  @Test
  void inWhatTheRowsAreStoredAs() {
    assertThatThrownBy(
            () ->
                DatasetFile.parse(
                    "f.yaml",
                    """
                    into: crm.sales_teams
                    dataset: a.b
                    fields: {sales_agent: {type: int64}, manager: {type: string}, extra: {type: string}}
                    key: [manager]
                    """))
        .isInstanceOf(InvalidDatasetException.class)
        .hasMessageContainingAll(
            "into is crm.sales_teams, which has no field extra",
            "into is crm.sales_teams, whose field regional_office is missing here",
            "into is crm.sales_teams, whose field sales_agent is string, but it is int64 here",
            "into is crm.sales_teams, whose key is [sales_agent], but the key here is [manager]");
  }

  @Test
  void takesFieldsTypedAsThere() {
    Dataset isbn = Datasets.named("books.isbn");

    Enrichment enrichment = isbn.enrichment().orElseThrow();
    assertThat(enrichment.from().name()).isEqualTo("books.catalogue");
    assertThat(enrichment.on()).isEqualTo(Map.of("isbn_13", "isbn_13"));
    assertThat(enrichment.refresh()).isEqualTo(Duration.ofMinutes(1));
    assertThat(isbn.fields().stream().filter(Field::taken).map(Field::name))
        .containsExactly("title", "authors", "average_rating");
    assertThat(isbn.field("average_rating").type())
        .isEqualTo(enrichment.from().field("average_rating").type());
    assertThat(isbn.field("title").required()).isFalse();
    assertThat(isbn.field("title").isRead()).isFalse();
  }

  @Test
  void storesItsRowsInTheOtherDatasetsOrder() {
    Dataset trades = Datasets.named("sports.trades");
    Dataset players = Datasets.named("sports.players");

    assertThat(trades.stored()).isEqualTo(players);
    assertThat(trades.fields().stream().map(Field::name))
        .containsExactlyElementsOf(players.fields().stream().map(Field::name).toList());
    assertThat(trades.fields().stream().filter(field -> !field.taken()).map(Field::name))
        .isEqualTo(List.of("player_id", "team_id", "team_since"));
  }

  @Test
  void aDatasetOfOnesOwnIsFoundByItsFileAndCannotReferToItself(@TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("mine.yaml");
    Files.writeString(file, "enrich: {from: " + file + ", on: {id: id}, take: all}\n" + REST);

    assertThatThrownBy(() -> DatasetFile.read(file))
        .isInstanceOf(InvalidDatasetException.class)
        .hasMessageContaining("is not for a dataset that another one refers to");
  }
}
