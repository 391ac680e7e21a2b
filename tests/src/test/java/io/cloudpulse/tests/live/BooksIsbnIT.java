package io.cloudpulse.tests.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudpulse.pipelines.move.RunReport;
import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.ElasticsearchServer;
import io.cloudpulse.tests.kit.Indices;
import io.cloudpulse.tests.kit.KafkaServer;
import io.cloudpulse.tests.kit.PostgresServer;
import io.cloudpulse.tests.kit.PulseCommand;
import io.cloudpulse.tests.kit.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Random book numbers, completed from a catalogue. */
@ExtendWith({KafkaServer.class, PostgresServer.class, ElasticsearchServer.class})
class BooksIsbnIT {
  private static final String[] FIELDS = {"isbn_13", "known", "title", "authors"};
  private static final String ROWS =
      "select isbn_13, case when known then 'true' else 'false' end, title, authors"
          + " from books.isbn order by isbn_13 collate \"C\"";
  private static final int SENT = 2_000;

  @TempDir private Path folder;

  private static void generate(String... flags) {
    PulseCommand ended = PulseCommand.run(flags);
    assertThat(ended.exitCode()).as(ended.err()).isZero();
  }

  private void loadCatalogue(BothSinks sinks, int rows) {
    Path books = folder.resolve("books.csv");
    generate("generate", "--dataset=books.catalogue", "--rows=" + rows, "--out=" + books);
    assertThat(sinks.run("books.catalogue", "files:" + books).exitCode()).isZero();
  }

  /** Sends some, every tenth spoiled in some way, and returns what a reader must find. */
  private JsonNode sendNumbers(String address) throws IOException {
    Path expected = folder.resolve("expected.json");
    generate(
        "generate",
        "--dataset=books.isbn",
        "--rows=" + SENT,
        "--dirty=0.1",
        "--out=" + address,
        "--expected=" + expected);
    return new ObjectMapper().readTree(expected.toFile());
  }

  @Test
  void areCompletedFromTheCatalogueAndRefusedWhereBroken(
      Database database, Indices indices, Topics topics) throws IOException, SQLException {
    BothSinks sinks = new BothSinks(database, indices).without("books-isbn", "books-catalogue");
    loadCatalogue(sinks, 5_000);
    String topic = topics.topic(2);
    JsonNode wanted = sendNumbers(topics.address(topic));

    RunReport report = sinks.run("books.isbn", topics.address(topic), "--until=end");

    assertThat(report.exitCode()).isZero();
    assertThat(report.read()).isEqualTo(SENT);
    assertThat(report.refused()).isEqualTo(wanted.get("bad").asLong()).isEqualTo(200);
    assertThat(report.refusedByReason().get("rule"))
        .isEqualTo(wanted.path("refused").path("rule").asLong())
        .isPositive();
    List<String> rows = database.query(ROWS);
    assertThat(rows).hasSize(wanted.get("rowsInSink").asInt());
    long known = Long.parseLong(database.one("select count(*) from books.isbn where known"));
    assertThat(known)
        .isEqualTo(
            Long.parseLong(
                database.one(
                    "select count(*) from books.isbn where isbn_13 in"
                        + " (select isbn_13 from books.catalogue)")))
        .isBetween(100L, 1_000L);
    assertThat(sinks.documents("books-isbn", "isbn_13", FIELDS)).isEqualTo(rows);
  }

  @Test
  void haveTheNewTitleOnceTheCatalogueChangedAndTheyAreSeenAgain(
      Database database, Indices indices, Topics topics) throws SQLException {
    BothSinks sinks = new BothSinks(database, indices).without("books-isbn", "books-catalogue");
    loadCatalogue(sinks, 50);
    String number =
        database.one("select min(isbn_13) from books.catalogue where isbn_13 is not null");
    String topic = topics.topic(1);

    sighting(topics, topic, number, "2024-11-25T12:00:00Z");
    RunReport first =
        sinks.run("books.isbn", topics.address(topic), "--until=end", "--job=" + topic);
    database.execute(
        "update books.catalogue set title = 'La Torre' where isbn_13 = '" + number + "'");
    sighting(topics, topic, number, "2024-11-25T13:00:00Z");
    RunReport second =
        sinks.run("books.isbn", topics.address(topic), "--until=end", "--job=" + topic);

    assertThat(first.accepted()).isEqualTo(1);
    assertThat(second.accepted()).as("in the whole life of the job").isEqualTo(2);
    assertThat(database.query("select title, known::text from books.isbn"))
        .containsExactly("La Torre|true");
    assertThat(sinks.documents("books-isbn", "isbn_13", "title")).containsExactly("La Torre");
  }

  private static void sighting(Topics topics, String topic, String number, String at) {
    try (Sending sending = Sending.to(topics, topic)) {
      Sending unused =
          sending.send(
              number,
              "{\"isbn\": \"%s\", \"seen_at\": \"%s\"}".formatted(number, at),
              Instant.parse(at));
    }
  }
}
