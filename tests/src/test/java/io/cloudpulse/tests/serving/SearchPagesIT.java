package io.cloudpulse.tests.serving;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.ElasticsearchServer;
import io.cloudpulse.tests.kit.Indices;
import io.cloudpulse.tests.kit.PostgresServer;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words find rows of several datasets in a real Elasticsearch, as runs have filled it. */
@ExtendWith({PostgresServer.class, ElasticsearchServer.class})
class SearchPagesIT {
  private static Database database;
  private static SearchedRows rows;
  private static ServingProcess api;

  @BeforeAll
  static void load(Database ours, Indices node, @TempDir Path folder) throws Exception {
    database = ours;
    rows = new SearchedRows(ours, node);
    rows.forget();
    rows.store(folder);
    api = ServingProcess.over(database, "--elasticsearch=" + node.url());
  }

  @AfterAll
  static void stop() throws IOException {
    api.close();
    rows.forget();
  }

  private static JsonNode search(String words) {
    return api.json("/api/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
  }

  static List<String> found(JsonNode page) {
    List<String> found = new ArrayList<>();
    page.path("hits")
        .forEach(hit -> found.add(hit.path("dataset").asText() + " " + hit.path("key").asText()));
    return found;
  }

  @Test
  void findsAWordInEveryDatasetAndTellsHowManyOfEach() {
    JsonNode page = search("lighthouse");

    assertThat(found(page))
        .containsExactlyInAnyOrder(
            "books.catalogue 1",
            "books.catalogue 2",
            "northwind.products 1",
            "northwind.customers ABCDE");
    assertThat(page.path("total").asInt()).isEqualTo(4);
    assertThat(page.path("facets").toString().replace('"', '\''))
        .isEqualTo(
            "{'dataset':[{'value':'books.catalogue','count':2},{'value':'crm.products','count':0},"
                + "{'value':'northwind.customers','count':1},{'value':'northwind.products','count':1}]}");
    assertThat(found(page).get(3))
        .as("an address counts less")
        .isEqualTo("northwind.customers ABCDE");
  }

  @ParameterizedTest
  @CsvSource({
    "lighthose, The Lighthouse",
    "ligthouse, The Lighthouse",
    "'the lighthouse', The Lighthouse",
    "lighthouse keepers, Lighthouse Keepers of the North",
    "'keepers lihgthouse', Lighthouse Keepers of the North",
    "el faro, The Lighthouse",
    "meyer faro, The Lighthouse",
    "SALT, Salt",
    "creme brulee, Crème Brûlée Mix",
    "crème brûlée, Crème Brûlée Mix",
    "gtx, GTX Pro",
    "bremen, Harbour Foods"
  })
  void findsByWordsAlsoWithATypo(String words, String title) {
    assertThat(search(words).at("/hits/0/title").asText("")).isEqualTo(title);
  }

  @Test
  void keepsFacetsWholeWhereOneDatasetIsWanted() {
    JsonNode all = search("lighthouse");
    JsonNode books = api.json("/api/search?q=lighthouse&dataset=books.catalogue&limit=1");

    assertThat(books.path("hits")).hasSize(1);
    assertThat(books.path("total").asInt()).isEqualTo(2);
    assertThat(books.path("facets")).isEqualTo(all.path("facets"));
    assertThat(found(api.json("/api/search?q=lighthouse&dataset=northwind.products")))
        .containsExactly("northwind.products 1");
    assertThat(found(api.json("/api/search?q=lighthouse&dataset=crm.products"))).isEmpty();
  }

  @Test
  void marksWordsAndEscapesAllElse() {
    JsonNode hit = search("harbour sea").at("/hits/0");

    assertThat(hit.path("title").asText())
        .isEqualTo("<script>alert('harbour')</script> & the \"Sea\"");
    assertThat(hit.at("/highlights/title/0").asText())
        .isEqualTo(
            "&lt;script&gt;alert(&#x27;<mark>harbour</mark>&#x27;)&lt;&#x2F;script&gt; &amp; the"
                + " &quot;<mark>Sea</mark>&quot;");
    assertThat(search("lihgthouse").at("/hits/0/highlights/title/0").asText())
        .contains("<mark>Lighthouse</mark>");
  }

  @Test
  void tellsRowsAsTheyWereStored() {
    JsonNode row = search("faro").at("/hits/0/row");

    assertThat(row.path("average_rating").decimalValue().toPlainString()).isEqualTo("4.50");
    assertThat(row.path("authors").asText()).isEqualTo("Ada Meyer, José Lima");
    assertThat(row.path("isbn_10").isNull()).isTrue();
    assertThat(row.has("_version")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "title:lighthouse",
        "lighthouse AND NOT keepers",
        "light*",
        "\"lighthouse",
        "/.*/",
        "{\"match_all\":{}}",
        "_exists_:title",
        "title.text:(* OR *)^99",
        "*",
        "-"
      })
  void readsNothingInWordsAsSyntax(String words) {
    HttpResponse<String> answer =
        api.get("/api/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(found(ServingProcess.parsed(answer))).doesNotContain("books.catalogue 4");
  }

  @Test
  void bearsAsManyWordsAsFit() {
    String many =
        IntStream.range(100, 150)
            .mapToObj("w%d"::formatted)
            .reduce("", (a, b) -> a + b)
            .substring(0, 200);
    String words =
        IntStream.range(100, 150).mapToObj("a%dz"::formatted).reduce("", (a, b) -> a + " " + b);

    for (String asked : List.of(many, words.strip().substring(0, 200), "lighthouse ".repeat(18))) {
      assertThat(
              api.get("/api/search?q=" + URLEncoder.encode(asked, StandardCharsets.UTF_8))
                  .statusCode())
          .as(asked)
          .isEqualTo(200);
    }
  }

  @Test
  void refusesWhatIsNoSearch() {
    assertThat(ServingProcess.mistaken(api.get("/api/search"))).containsExactly("q");
    assertThat(
            ServingProcess.mistaken(
                api.get("/api/search?q=%20&dataset=sports.players&limit=101&fields=*")))
        .containsExactly("dataset", "fields", "limit", "q");
    for (String words : List.of("x".repeat(201), "%27%3Bdrop%20table%20books.catalogue")) {
      assertThat(ServingProcess.mistaken(api.get("/api/search?q=" + words))).containsExactly("q");
    }
  }

  @Test
  void saysHowToSearchWhereNothingCanBe() throws Exception {
    try (ServingProcess without = ServingProcess.over(database)) {
      HttpResponse<String> answer = without.get("/api/search?q=lighthouse");

      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(ServingProcess.parsed(answer).path("title").asText())
          .isEqualTo("There is no search here");
      assertThat(answer.body()).contains("--elasticsearch=http://host:port");
    }
    try (ServingProcess nowhere =
        ServingProcess.over(database, "--elasticsearch=http://127.0.0.1:1")) {
      assertThat(nowhere.get("/api/search?q=lighthouse").statusCode()).isEqualTo(503);
    }
  }
}
