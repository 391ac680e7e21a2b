package io.cloudpulse.transforms.bigquery;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudpulse.transforms.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StorableTest {
  private final Storable storable = new Storable(Columns.of(Samples.DATASET), Map.of());

  @Test
  void takesTheFirstAndTheLastDay() {
    assertThatCode(
            () -> {
              storable.check(with(6, LocalDate.of(1, 1, 1)));
              storable.check(with(6, LocalDate.of(9999, 12, 31)));
              storable.check(with(7, Instant.parse("0001-01-01T00:00:00Z")));
              storable.check(with(7, Instant.parse("9999-12-31T23:59:59.999999Z")));
            })
        .doesNotThrowAnyException();
  }

  @Test
  void refusesWhatNoColumnHoldsAndNamesTheField() {
    assertRefused(6, LocalDate.of(0, 12, 31), "day: 0000-12-31 is not within 0001-01-01 and");
    assertRefused(6, LocalDate.of(10_000, 1, 1), "day: +10000-01-01 is not within");
    assertRefused(
        7, Instant.parse("0000-12-31T23:59:59.999999Z"), "moment: 0000-12-31T23:59:59.999999Z is");
    assertRefused(7, Instant.parse("+10000-01-01T00:00:00Z"), "moment: +10000-01-01T00:00:00Z is");
    assertRefused(1, "half \ud800", "name: it holds half of a surrogate pair");
  }

  @Test
  void refusesATextThatIsLongerThanItsColumnLetsItBe() {
    Storable limited = new Storable(Columns.of(Samples.DATASET), Map.of("name", 3L));

    assertThatCode(() -> limited.check(with(1, "a\ud83d\ude00b"))).doesNotThrowAnyException();
    assertThatThrownBy(() -> limited.check(with(1, "abcd")))
        .isInstanceOf(Refusal.class)
        .hasMessage(
            "BigQuery cannot hold the value of name: it has 4 characters, and STRING(3) takes 3");
  }

  private void assertRefused(int place, Object value, String why) {
    assertThatThrownBy(() -> storable.check(with(place, value)))
        .isInstanceOf(Refusal.class)
        .hasMessageStartingWith("BigQuery cannot hold the value of " + why);
  }

  private static Object[] with(int place, Object value) {
    Object[] values = new Object[Samples.DATASET.fields().size()];
    values[place] = value;
    return values;
  }
}
