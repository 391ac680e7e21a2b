package io.cloudpulse.tests.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.ElasticsearchServer;
import io.cloudpulse.tests.kit.Indices;
import io.cloudpulse.tests.kit.KafkaServer;
import io.cloudpulse.tests.kit.PostgresServer;
import io.cloudpulse.tests.kit.Topics;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a stream deletes is found no more. */
@ExtendWith({PostgresServer.class, ElasticsearchServer.class, KafkaServer.class})
class SearchDeletesIT {
  private static final String HEADER =
      "?header=book_id,goodreads_book_id,authors,title,ratings_1,ratings_2,ratings_3,ratings_4,ratings_5";
  private static final String BOOK = "77,77,Ghost,Vanishing Harbourmaster,1,1,1,1,1";

  /** A message without a value deletes the row of its key, in each sink. */
  @Test
  void findsNoMoreWhatWasDeleted(Topics topics, Database database, Indices indices)
      throws IOException {
    SearchedRows rows = new SearchedRows(database, indices);
    rows.forget();
    try (ServingProcess api = ServingProcess.over(database, "--elasticsearch=" + indices.url())) {
      String topic = topics.topic(1);
      send(topics, topic, BOOK);
      rows.follow(topics.address(topic) + HEADER);
      assertThat(found(api)).containsExactly("books.catalogue 77");

      send(topics, topic, null);
      rows.follow(topics.address(topic) + HEADER);

      assertThat(found(api)).doesNotContain("books.catalogue 77");
      assertThat(indices.ask("GET", "/books-catalogue-deleted/_doc/77", "").statusCode())
          .as("it is remembered elsewhere")
          .isEqualTo(200);
    } finally {
      rows.forget();
    }
  }

  private static List<String> found(ServingProcess api) {
    return SearchPagesIT.found(api.json("/api/search?q=harbourmaster"));
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
}
