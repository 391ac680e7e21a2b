package io.cloudpulse.transforms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Field;
import io.cloudpulse.schemas.FieldType;
import io.cloudpulse.schemas.Key;
import io.cloudpulse.schemas.Layout;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusedRecordTest {
  private static final Dataset DATASET =
      Dataset.builder()
          .name("a.b")
          .layouts(List.of(Layout.builder().build()))
          .fields(List.of(Field.of("x", FieldType.STRING), Field.of("year", FieldType.INT64)))
          .key(Key.fields(List.of("x", "year")))
          .build();

  @Test
  void givesEachRecordOfAnUnpivotedLineAnIdOfItsOwn() {
    assertThat(id(record(7))).isNotEqualTo(id(record(8)));
  }

  @Test
  void givesARetriedRecordTheSameId() {
    assertThat(id(record(7))).isEqualTo(id(record(7))).matches("[0-9a-f]{32}");
  }

  @Test
  void knowsWhenItHappenedUnlessThatMayBeWhatWasRefused() {
    Dataset events =
        DATASET.toBuilder()
            .fields(List.of(Field.of("x", FieldType.STRING), Field.of("at", FieldType.TIMESTAMP)))
            .key(Key.fields(List.of("x")))
            .eventTime("at")
            .build();

    assertThat(RefusedRecord.eventTime(events, at(Instant.parse("2024-03-01T12:00:00Z"))))
        .isEqualTo(org.joda.time.Instant.parse("2024-03-01T12:00:00Z"));
    assertThat(RefusedRecord.eventTime(events, at(Instant.MAX))).isNull();
    assertThat(RefusedRecord.eventTime(events, at(null))).isNull();
  }

  private static VersionedRecord at(Instant time) {
    return new VersionedRecord(
        "/in/a.csv#0", 1, 120, 1, new Object[] {"x", time}, "x".getBytes(UTF_8));
  }

  private static String id(VersionedRecord record) {
    return RefusedRecord.id(DATASET, "postgres:a.b", record);
  }

  private static VersionedRecord record(long year) {
    return new VersionedRecord(
        "/in/a.csv#0", 1, 120, 1, new Object[] {"x", year}, "x,1,2".getBytes(UTF_8));
  }
}
