package io.cloudpulse.transforms.bigquery;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.util.Utf8;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredValuesTest {
  private final StoredValues values = StoredValues.of(Samples.DATASET, true);

  @Test
  void asksForTypesThatEveryFormatHas() {
    assertThat(values.select())
        .isEqualTo(
            "t.`id` as value_0, t.`name` as value_1, cast(t.`price` as string) as value_2,"
                + " cast(t.`big` as string) as value_3, t.`weight` as value_4, t.`good` as value_5,"
                + " unix_date(t.`day`) as value_6, unix_micros(t.`moment`) as value_7,"
                + " if(t.`more` is null, null, to_json_string(t.`more`)) as value_8,"
                + " t.`_version` as value_9");
    assertThat(values.versionName()).isEqualTo("value_9");
  }

  @Test
  void makesCarriersOfThem() {
    GenericRecord row = row(7L, "ß", "1.5", "2", 0.1, true, -1L, 1_500_000L, "{\"a\":1}", 42L);

    assertThat(values.row(row))
        .containsExactly(
            7L,
            "ß",
            new BigDecimal("1.50"),
            new BigDecimal("2.000000000000000000"),
            0.1,
            true,
            LocalDate.of(1969, 12, 31),
            Instant.parse("1970-01-01T00:00:01.500Z"),
            "{\"a\":1}");
    assertThat(values.version(row)).isEqualTo(42);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-300, Double.MIN_VALUE, Double.MAX_VALUE, -0.0, Double.NaN})
  void leavesEveryBitOfADouble(double weight) {
    GenericRecord row = row(7L, null, null, null, weight, null, null, null, null, 1L);

    assertThat(values.row(row)[4]).isEqualTo(weight);
  }

  @Test
  void knowsADeletedRowByItsKey() {
    StoredValues deleted = StoredValues.ofDeleted(Samples.DATASET);
    GenericRecord row = row(7L, 43L);

    assertThat(deleted.select()).isEqualTo("t.`id` as value_0, t.`_version` as value_1");
    assertThat(deleted.row(row)).startsWith(7L, null).hasSize(9);
    assertThat(deleted.version(row)).isEqualTo(43);
  }

  @Test
  void leavesANumberWithTooManyDigitsForTheReaderToRefuse() {
    GenericRecord row = row(7L, null, "1.505", null, null, null, null, null, null, 1L);

    assertThat(values.row(row)).startsWith(7L, null, "1.505", null);
  }

  private static GenericRecord row(Object... cells) {
    SchemaBuilder.FieldAssembler<Schema> fields = SchemaBuilder.record("row").fields();
    for (int i = 0; i < cells.length; i++) {
      fields = fields.optionalString("value_" + i);
    }
    GenericRecord row = new GenericData.Record(fields.endRecord());
    for (int i = 0; i < cells.length; i++) {
      row.put(i, cells[i] instanceof String text ? new Utf8(text) : cells[i]);
    }
    return row;
  }
}
