package io.cloudpulse.tests.serving;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.ElasticsearchServer;
import io.cloudpulse.tests.kit.Indices;
import io.cloudpulse.tests.kit.KafkaServer;
import io.cloudpulse.tests.kit.PostgresServer;
import io.cloudpulse.tests.kit.PulseCommand;
import io.cloudpulse.tests.kit.Topics;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words find rows of several datasets in a real Elasticsearch, as runs have filled it. */
@ExtendWith({PostgresServer.class, ElasticsearchServer.class, KafkaServer.class})
class SearchPagesIT {
  private static final String OURS =
      "books-catalogue,northwind-products,northwind-customers,crm-products,books-catalogue-deleted";

  private static final String BOOK =
      """
      {"book_id": 77, "goodreads_book_id": 77, "authors": "Ghost", "title": "Vanishing Harbourmaster",
       "ratings_1": 1, "ratings_2": 1, "ratings_3": 1, "ratings_4": 1, "ratings_5": 1}""";

  private static Database database;
  private static Indices indices;
  private static ServingProcess api;

  @BeforeAll
  static void load(Database ours, Indices node, @TempDir Path folder) throws Exception {
    database = ours;
    indices = node;
    forget();
    move(
        "books.catalogue",
        Files.writeString(
            folder.resolve("books.csv"),
            """
            book_id,goodreads_book_id,authors,original_title,title,average_rating,ratings_1,ratings_2,ratings_3,ratings_4,ratings_5
            1,1,"Ada Meyer, José Lima",El Faro,The Lighthouse,4.50,1,1,1,1,1
            2,2,Zoë Smith,,Lighthouse Keepers of the North,3.10,1,1,1,1,1
            3,3,Ada Meyer,,"<script>alert('harbour')</script> & the ""Sea""\",2.00,1,1,1,1,1
            4,4,Nobody,,Salt,1.00,1,1,1,1,1
            """));
    move(
        "northwind.products",
        Files.writeString(
            folder.resolve("products.csv"),
            """
            product_id,product_name,supplier_id,category_id,quantity_per_unit,unit_price,units_in_stock,units_on_order,reorder_level,discontinued
            1,Lighthouse Tea,1,1,12 boxes,18.10,1,1,1,0
            2,Crème Brûlée Mix,1,1,10 kg,19.00,1,1,1,1
            """));
    move(
        "northwind.customers",
        Files.writeString(
            folder.resolve("customers.csv"),
            """
            customer_id,company_name,contact_name,contact_title,address,city,region,postal_code,country,phone,fax
            ABCDE,Harbour Foods,Ada Meyer,Owner,1 Lighthouse Street,Bremen,,28195,Germany,,
            """));
    move(
        "crm.products",
        Files.writeString(
            folder.resolve("crm.csv"), "product,series,sales_price\nGTX Pro,GTX,4821\n"));
    api = ServingProcess.over(database, "--elasticsearch=" + indices.url());
  }

  private static void move(String dataset, Path file) {
    Generated.must(
        PulseCommand.run(
            "run",
            "--dataset=" + dataset,
            "--source=files:" + file,
            "--sink=" + database.sink() + "," + indices.address(),
            "--runner=direct"));
    refresh();
  }

  private static void refresh() {
    assertThat(indices.ask("POST", "/_refresh", "").statusCode()).isEqualTo(200);
  }

  private static void forget() {
    HttpResponse<String> unused =
        indices.ask("DELETE", "/" + OURS + "?ignore_unavailable=true", "");
  }

  @AfterAll
  static void stop() throws IOException {
    api.close();
    forget();
  }

  private static JsonNode search(String words) {
    return api.json("/api/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
  }

  private static List<String> found(JsonNode page) {
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
    "creme brulee, ''",
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
    assertThat(ServingProcess.mistaken(api.get("/api/search?q=" + "x".repeat(201))))
        .containsExactly("q");
  }

  /** A message without a value deletes the row of its key, in each sink. */
  @Test
  void findsNoMoreWhatWasDeleted(Topics topics) {
    String topic = topics.topic(1);
    send(topics, topic, BOOK);
    stream(topics.address(topic));
    assertThat(found(search("harbourmaster"))).containsExactly("books.catalogue 77");

    send(topics, topic, null);
    stream(topics.address(topic));

    assertThat(found(search("harbourmaster"))).doesNotContain("books.catalogue 77");
    assertThat(indices.ask("GET", "/books-catalogue-deleted/_doc/77", "").statusCode())
        .as("it is remembered elsewhere")
        .isEqualTo(200);
  }

  private static void send(Topics topics, String topic, String value) {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", topics.bootstrap()),
            new StringSerializer(),
            new StringSerializer())) {
      Object unused = producer.send(new ProducerRecord<>(topic, "77", value));
    }
  }

  private static void stream(String source) {
    Generated.must(
        PulseCommand.run(
            "run",
            "--dataset=books.catalogue",
            "--source=" + source,
            "--sink=" + database.sink() + "," + indices.address(),
            "--until=end",
            "--runner=direct"));
    refresh();
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
