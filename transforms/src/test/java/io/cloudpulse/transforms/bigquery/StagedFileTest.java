package io.cloudpulse.transforms.bigquery;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.transforms.VersionedRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class StagedFileTest {
  private static final List<Column> COLUMNS = Columns.of(Samples.DATASET);

  private static List<String> lines(VersionedRecord... rows) throws IOException {
    try (StagedFile file = StagedFile.create(COLUMNS)) {
      for (VersionedRecord row : rows) {
        file.add(row);
      }
      return Files.readAllLines(file.finished());
    }
  }

  @Test
  void writesEachTypeInALine() throws IOException {
    VersionedRecord row =
        Samples.row(
            Long.MAX_VALUE,
            9_007_199_254_740_993L,
            "a \"ß\"\n",
            new BigDecimal("1E+3"),
            new BigDecimal("0.000000000000000001"),
            1e-300,
            true,
            LocalDate.of(1969, 12, 31),
            Instant.parse("1970-01-01T00:00:01.000001Z"),
            "{\"a\":1}");

    assertThat(lines(row))
        .containsExactly(
            "{\"id\":\"9007199254740993\",\"name\":\"a \\\"ß\\\"\\n\",\"price\":\"1000\","
                + "\"big\":\"0.000000000000000001\",\"weight\":1.0E-300,\"good\":true,"
                + "\"day\":\"-1\",\"moment\":\"1000001\",\"more\":\"{\\\"a\\\":1}\","
                + "\"_version\":\"9223372036854775807\",\"_deleted\":false}");
  }

  @Test
  void leavesOutWhatIsNotThere() throws IOException {
    assertThat(
            lines(
                Samples.row(1, 7L, null, null, null, Double.NaN, null, null, null, null),
                Samples.deleted(2, 8)))
        .containsExactly(
            "{\"id\":\"7\",\"weight\":\"NaN\",\"_version\":\"1\",\"_deleted\":false}",
            "{\"id\":\"8\",\"_version\":\"2\",\"_deleted\":true}");
  }

  @Test
  void isGoneWhenItIsClosed() throws IOException {
    Path path;
    try (StagedFile file = StagedFile.create(COLUMNS)) {
      assertThat(file.isEmpty()).isTrue();
      path = file.finished();
      assertThat(path).exists();
    }
    assertThat(path).doesNotExist();
  }
}
