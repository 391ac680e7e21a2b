package io.cloudpulse.transforms;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Field;
import io.cloudpulse.schemas.FieldType;
import io.cloudpulse.schemas.Key;
import io.cloudpulse.schemas.Layout;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventTimeTest {
  private static final Instant NOON = Instant.parse("2024-03-01T12:00:00Z");

  private static Dataset.Builder dataset(FieldType type) {
    return Dataset.builder()
        .name("test.events")
        .layouts(List.of(Layout.builder().build()))
        .fields(List.of(Field.of("id", FieldType.INT64), Field.of("at", type)))
        .key(Key.fields(List.of("id")));
  }

  @Test
  void isTheFieldThatTheDatasetNames() {
    Dataset events = dataset(FieldType.TIMESTAMP).eventTime("at").build();

    assertThat(EventTime.of(events, new Object[] {1L, NOON})).contains(NOON);
    assertThat(EventTime.of(events, new Object[] {1L, null})).isEmpty();
  }

  @Test
  void isTheMidnightOfADateInUtc() {
    Dataset days = dataset(FieldType.DATE).eventTime("at").build();

    assertThat(EventTime.of(days, new Object[] {1L, LocalDate.of(2024, 3, 1)}))
        .contains(Instant.parse("2024-03-01T00:00:00Z"));
  }

  @Test
  void isNothingWhereTheDatasetNamesNone() {
    Dataset none = dataset(FieldType.TIMESTAMP).build();

    assertThat(EventTime.of(none, new Object[] {1L, NOON})).isEmpty();
  }
}
