package io.cloudpulse.pipelines.generate;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Field;
import io.cloudpulse.schemas.FieldType;
import io.cloudpulse.schemas.Key;
import io.cloudpulse.schemas.Layout;
import io.cloudpulse.schemas.Rule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Datasets with every type and every check; {@link NaiveReader} knows them by heart. */
final class Samples {
  static final Layout LINES = Layout.builder().multiline(false).build();

  private Samples() {}

  static Dataset orders(Layout layout) {
    return Dataset.builder()
        .name("test.orders")
        .layouts(List.of(layout))
        .fields(
            List.of(
                Field.builder().name("id").type(FieldType.INT64).min(1L).build(),
                Field.builder()
                    .name("name")
                    .type(FieldType.STRING)
                    .required(true)
                    .corrections(Map.of("Alise", "Alice", "Bop", "Bob", "Alicia", "Alice"))
                    .examples(List.of("Alice", "Bob"))
                    .build(),
                tier(),
                amount(),
                Field.builder().name("placed").type(FieldType.TIMESTAMP).required(true).build(),
                day(),
                Field.builder()
                    .name("active")
                    .type(FieldType.BOOLEAN)
                    .formats(List.of("Y|yes", "N|no"))
                    .build(),
                Field.of("note", FieldType.STRING)))
        .key(Key.fields(List.of("id")))
        .eventTime("placed")
        .build();
  }

  private static Field tier() {
    return Field.builder()
        .name("tier")
        .type(FieldType.STRING)
        .required(true)
        .allowed(List.of("gold", "silver"))
        .build();
  }

  private static Field amount() {
    return Field.builder()
        .name("amount")
        .type(FieldType.decimal(8, 2))
        .min(BigDecimal.ZERO)
        .max(new BigDecimal("5000"))
        .build();
  }

  private static Field day() {
    return Field.builder()
        .name("day")
        .type(FieldType.DATE)
        .formats(List.of("d/M/yyyy"))
        .min(LocalDate.of(2020, 1, 1))
        .max(LocalDate.of(2024, 12, 31))
        .build();
  }

  /** Two numbers that must be in order, and a third that is their sum. */
  static Dataset ordered() {
    return Dataset.builder()
        .name("test.ordered")
        .layouts(List.of(LINES))
        .fields(
            List.of(
                Field.builder().name("id").type(FieldType.INT64).build(),
                number("low"),
                number("high"),
                Field.builder().name("sum").type(FieldType.INT64).derive("low + high").build()))
        .key(Key.fields(List.of("id")))
        .rules(
            List.of(
                Rule.of("in-order", "low <= high", "low is above high"),
                Rule.of("small", "sum < 180", "the sum is too large")))
        .build();
  }

  private static Field number(String name) {
    return Field.builder()
        .name(name)
        .type(FieldType.INT64)
        .required(true)
        .min(0L)
        .max(100L)
        .build();
  }
}
