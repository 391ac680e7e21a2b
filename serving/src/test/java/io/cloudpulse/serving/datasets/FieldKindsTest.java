package io.cloudpulse.serving.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.cloudpulse.schemas.FieldType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldKindsTest {
  @ParameterizedTest
  @CsvSource({
    "int64, -9223372036854775808, -9223372036854775808",
    "int64, +7, 7",
    "'decimal(12,2)', 1.20, 1.20",
    "'decimal(12,2)', 1e3, 1000",
    "double, -0.5, -0.5",
    "boolean, true, true",
    "date, 2024-02-29, 2024-02-29",
    "timestamp, 2026-11-20T12:00:00+01:00, 2026-11-20T12:00+01:00",
    "string, ' a ', ' a '",
  })
  void readsValues(String type, String text, String read) {
    assertThat(FieldKinds.of(type(type)).parse(text)).isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource({
    "int64, 9223372036854775808",
    "int64, 1.0",
    "'decimal(12,2)', 1e1000000000",
    "'decimal(12,2)', 1e-61",
    "double, NaN",
    "boolean, yes",
    "date, 2023-02-29",
    "timestamp, 2026-11-20T12:00:00",
  })
  void refusesWhatPostgresWould(String type, String text) {
    assertThat(catchThrowable(() -> FieldKinds.of(type(type)).parse(text)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** A body says {@code false}, and not a word of five letters. */
  @Test
  void aBooleanIsOneInJson() {
    assertThat(FieldKinds.of(type("boolean")).schema().path("type").asText()).isEqualTo("boolean");
  }

  private static FieldType type(String text) {
    return FieldType.parse(text).orElseThrow();
  }
}
