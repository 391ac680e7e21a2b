package io.cloudpulse.transforms.postgres;

import java.time.Instant;
import java.time.LocalDate;

/** Makes the array that carries a column of a given SQL type. */
final class BinaryArrays {
  /** Days and microseconds from 1970 to PostgreSQL's own epoch, 2000-01-01. */
  private static final int EPOCH_DAYS = 10_957;

  private static final long EPOCH_MICROS = 946_684_800_000_000L;

  /** Some 290,000 years: short of what a long holds in microseconds. */
  private static final long FURTHEST_SECONDS = 9_222_000_000_000L;

  private BinaryArrays() {}

  /** The object ids of all array types made here: the driver must be told to send them binary. */
  static String arrayOids() {
    return "1000,1009,1016,1022,1182,1185,1231,3807";
  }

  /** An array for a type as {@code format_type()} prints it. */
  static BinaryArray forType(String sqlType) {
    return switch (elementType(sqlType)) {
      case "text" -> new Text("_text", 25);
      case "bigint" -> new Int8();
      case "double precision" -> new Float8();
      case "numeric" -> new NumericArray();
      case "boolean" -> new Bool();
      case "date" -> new Date();
      case "timestamp with time zone" -> new Timestamp();
      case "jsonb" -> new Json();
      default -> throw new IllegalArgumentException("no column is of type " + sqlType);
    };
  }

  /** The type without its modifier: {@code numeric(12,2)} is sent as {@code numeric}. */
  static String elementType(String sqlType) {
    int modifier = sqlType.indexOf('(');
    return modifier < 0 ? sqlType : sqlType.substring(0, modifier);
  }

  private static final class Int8 extends BinaryArray {
    Int8() {
      super("_int8", 20);
    }

    @Override
    void append(Object value) {
      room(12);
      putInt(8);
      putLong((Long) value);
    }
  }

  private static final class Float8 extends BinaryArray {
    Float8() {
      super("_float8", 701);
    }

    @Override
    void append(Object value) {
      room(12);
      putInt(8);
      putLong(Double.doubleToLongBits((Double) value));
    }
  }

  private static final class Bool extends BinaryArray {
    Bool() {
      super("_bool", 16);
    }

    @Override
    void append(Object value) {
      room(5);
      putInt(1);
      putByte((Boolean) value ? 1 : 0);
    }
  }

  private static final class Date extends BinaryArray {
    Date() {
      super("_date", 1082);
    }

    @Override
    void append(Object value) {
      room(8);
      putInt(4);
      putInt(days((LocalDate) value));
    }

    /** A day beyond the type becomes its last one, which PostgreSQL refuses; never infinity. */
    private static int days(LocalDate date) {
      long days = date.toEpochDay() - EPOCH_DAYS;
      return (int) Math.max(Integer.MIN_VALUE + 1, Math.min(Integer.MAX_VALUE - 1, days));
    }
  }

  private static final class Timestamp extends BinaryArray {
    Timestamp() {
      super("_timestamptz", 1184);
    }

    @Override
    void append(Object value) {
      room(12);
      putInt(8);
      putLong(micros((Instant) value));
    }

    /** As with dates: what no column can hold is sent as a moment that PostgreSQL refuses. */
    private static long micros(Instant instant) {
      long seconds = instant.getEpochSecond();
      if (Math.abs(seconds) > FURTHEST_SECONDS) {
        return seconds < 0 ? Long.MIN_VALUE + 1 : Long.MAX_VALUE - 1;
      }
      return seconds * 1_000_000 + instant.getNano() / 1_000 - EPOCH_MICROS;
    }
  }

  private static class Text extends BinaryArray {
    Text(String arrayType, int elementOid) {
      super(arrayType, elementOid);
    }

    @Override
    void append(Object value) {
      String text = (String) value;
      room(5 + 3 * text.length());
      int start = openLength();
      prefix();
      putText(text);
      closeLength(start);
    }

    void prefix() {}
  }

  private static final class Json extends Text {
    Json() {
      super("_jsonb", 3802);
    }

    /** The version of jsonb's binary form. */
    @Override
    void prefix() {
      putByte(1);
    }
  }
}
