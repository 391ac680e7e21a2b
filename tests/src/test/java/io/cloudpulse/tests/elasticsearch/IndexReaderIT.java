package io.cloudpulse.tests.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Key;
import io.cloudpulse.tests.postgres.TestDatabase;
import io.cloudpulse.tests.sinks.Deliveries;
import io.cloudpulse.tests.sinks.SinkRun;
import io.cloudpulse.transforms.VersionedRecord;
import io.cloudpulse.transforms.elasticsearch.ElasticsearchSink;
import io.cloudpulse.transforms.elasticsearch.IndexReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What was written is read back value by value. */
@ExtendWith(ElasticsearchServer.class)
class IndexReaderIT {
  private static final String RUN = "elasticsearch-read";
  private static final Instant MOMENT = Instant.parse("1969-12-31T23:59:59.999999Z");

  private static final Object[] LEAST = {
    Long.MIN_VALUE,
    "\u00e9\ud83d\ude00\t\\\"\u2028\n",
    new BigDecimal("-9999999999.99"),
    -Double.MAX_VALUE,
    false,
    LocalDate.of(-43, 3, 15),
    MOMENT,
    "{\"a\":[1.00,1e5,{\"b\":\"\u00e9\"}]}"
  };

  private static final Object[] ZERO = {
    0L, "", new BigDecimal("0.00"), -0.0, null, null, null, "null"
  };

  private static final Object[] MOST = {
    Long.MAX_VALUE,
    null,
    new BigDecimal("0.01"),
    Double.MIN_VALUE,
    true,
    LocalDate.of(9999, 12, 31),
    Instant.parse("9999-12-31T23:59:59.999999Z"),
    "\"text\""
  };

  @BeforeEach
  void startWithoutTheIndex() throws SQLException {
    TestDatabase.forget(RUN);
    TestCluster.drop("tests-read");
  }

  @Test
  void readsEveryTypeAsItWasWritten() throws IOException {
    Dataset dataset = Deliveries.dataset("read");

    send(dataset, List.of(row(1, 0, LEAST), row(2, Long.MAX_VALUE, ZERO), row(3, 4, MOST)));

    assertThat(read(dataset))
        .isEqualTo(
            Map.of(
                Arrays.toString(LEAST),
                0L,
                Arrays.toString(ZERO),
                Long.MAX_VALUE,
                Arrays.toString(MOST),
                4L));
  }

  @Test
  void readsTheKeyThatStandsInNoField() throws IOException {
    Dataset dataset = Deliveries.dataset("read").toBuilder().key(Key.position()).build();

    send(dataset, List.of(row(1, 5, at("a|b\\c.csv", 7)), row(2, 5, at("a|b\\c.csv", 8))));

    assertThat(read(dataset).keySet())
        .containsExactly(
            Arrays.toString(at("a|b\\c.csv", 7)), Arrays.toString(at("a|b\\c.csv", 8)));
  }

  @Test
  void readsMoreThanAPage() throws IOException {
    Dataset dataset = Deliveries.dataset("read");

    send(dataset, Deliveries.rows(1, 5_000, 3));

    assertThat(read(dataset)).hasSize(5_000);
  }

  @Test
  void findsNothingInAnEmptyIndex() throws IOException {
    Dataset dataset = Deliveries.dataset("read");

    send(dataset, List.of());

    assertThat(read(dataset)).isEmpty();
  }

  private static Object[] at(String source, long number) {
    return new Object[] {1L, "a", null, null, null, null, null, null, source, number};
  }

  private static VersionedRecord row(long ordinal, long version, Object... values) {
    return new VersionedRecord(Deliveries.RANGE, ordinal, ordinal, version, values, new byte[0]);
  }

  private static void send(Dataset dataset, List<VersionedRecord> rows) {
    SinkRun.send(
        ElasticsearchSink.of(dataset, TestCluster.address(), TestDatabase.address(), RUN),
        dataset,
        rows);
  }

  /** Versions by their rows. */
  private static Map<String, Long> read(Dataset dataset) throws IOException {
    Map<String, Long> rows = new TreeMap<>();
    try (IndexReader reader = new IndexReader(dataset, TestCluster.address())) {
      reader.read((values, version) -> rows.put(Arrays.toString(values), version));
    }
    return rows;
  }
}
