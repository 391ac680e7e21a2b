package io.cloudpulse.tests.sinks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Field;
import io.cloudpulse.schemas.FieldType;
import io.cloudpulse.schemas.Key;
import io.cloudpulse.schemas.Layout;
import io.cloudpulse.transforms.VersionedRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** An invented dataset with a field of each type, and records of it. */
public final class Deliveries {
  public static final String RANGE = "files:/in/deliveries.csv#0-1000";
  private static final Instant NOON = Instant.parse("2026-01-02T12:00:00.000001Z");

  private Deliveries() {}

  /** A dataset of its own for each test, so that no test sees another's table. */
  public static Dataset dataset(String kind) {
    return Dataset.builder()
        .name("tests." + kind)
        .layouts(List.of(Layout.builder().build()))
        .fields(
            List.of(
                Field.of("id", FieldType.INT64),
                Field.of("customer", FieldType.STRING),
                Field.of("price", FieldType.decimal(12, 2)),
                Field.of("weight", FieldType.DOUBLE),
                Field.of("fragile", FieldType.BOOLEAN),
                Field.of("due_on", FieldType.DATE),
                Field.of("ordered_at", FieldType.TIMESTAMP),
                Field.of("details", FieldType.JSON)))
        .key(Key.fields(List.of("id")))
        .build();
  }

  public static VersionedRecord row(long ordinal, long id, long version, String customer) {
    Object[] values = {
      id,
      customer,
      new BigDecimal("12.50"),
      0.25,
      true,
      LocalDate.of(2026, 1, 2),
      NOON,
      "{\"a\":[1,null]}"
    };
    byte[] original = (id + "," + customer).getBytes(UTF_8);
    return new VersionedRecord(RANGE, ordinal, ordinal * 10, version, values, original);
  }

  /** Rows with ordinals and keys from one to another, all of one version. */
  public static List<VersionedRecord> rows(int from, int to, long version) {
    List<VersionedRecord> rows = new ArrayList<>();
    for (int i = from; i <= to; i++) {
      rows.add(row(i, i, version, "customer " + i));
    }
    return rows;
  }

  /** Least, empty and largest values of each type. */
  public static List<VersionedRecord> edges() {
    return List.of(least(), empty(), largest());
  }

  private static VersionedRecord least() {
    LocalDate idesOfMarch = LocalDate.of(-43, 3, 15);
    Instant beforeTheEpoch = Instant.parse("1969-12-31T23:59:59.999999Z");
    BigDecimal price = new BigDecimal("-9999999999.99");
    String odd = "\u00e9\ud83d\ude00\t\\\"";
    double endless = Double.NEGATIVE_INFINITY;
    return edge(
        1, 0, Long.MIN_VALUE, odd, price, endless, false, idesOfMarch, beforeTheEpoch, "{}");
  }

  private static VersionedRecord empty() {
    BigDecimal zero = new BigDecimal("0.00");
    return edge(2, Long.MAX_VALUE, 0L, "", zero, Double.NaN, null, null, null, null);
  }

  private static VersionedRecord largest() {
    LocalDate day = LocalDate.of(9999, 12, 31);
    Instant moment = Instant.parse("9999-12-31T23:59:59.999999Z");
    BigDecimal cent = new BigDecimal("0.01");
    return edge(3, 1, Long.MAX_VALUE, null, cent, Double.MIN_VALUE, true, day, moment, "null");
  }

  private static VersionedRecord edge(long ordinal, long version, Object... values) {
    return new VersionedRecord(RANGE, ordinal, ordinal, version, values, new byte[0]);
  }

  /** The same rows, with ordinals as they now stand. */
  public static List<VersionedRecord> renumbered(List<VersionedRecord> rows) {
    List<VersionedRecord> renumbered = new ArrayList<>();
    for (VersionedRecord row : rows) {
      long ordinal = renumbered.size() + 1L;
      renumbered.add(row(ordinal, (Long) row.values()[0], row.version(), (String) row.values()[1]));
    }
    return renumbered;
  }
}
