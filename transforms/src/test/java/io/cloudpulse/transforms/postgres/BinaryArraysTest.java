package io.cloudpulse.transforms.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the forms that PostgreSQL's own {@code _send} functions give. */
class BinaryArraysTest {
  private static final int HEADER = 20;

  @Test
  void beginsWithShapeNullFlagTypeAndLength() {
    assertThat(hex(0, encoded("bigint", 1L, null)))
        .isEqualTo(
            "00000001 00000001 00000014 00000002 00000001".replace(" ", "")
                + "000000080000000000000001"
                + "ffffffff");
  }

  @Test
  void isEmptyAgainOnceCleared() {
    BinaryArray array = BinaryArrays.forType("bigint");
    array.add(null);
    array.clear();
    array.add(2L);

    assertThat(hex(0, bytes(array))).startsWith("0000000100000000000000140000000100000001");
  }

  /** Digits, weight, sign and scale, then the digits to the base 10,000. */
  @ParameterizedTest
  @CsvSource({
    "0, 0000 0000 0000 0000",
    "0.00, 0000 0000 0000 0002",
    "1, 0001 0000 0000 0000 0001",
    "-1, 0001 0000 4000 0000 0001",
    "12.50, 0002 0000 0000 0002 000c 1388",
    "10000, 0001 0001 0000 0000 0001",
    "123456789.0, 0003 0002 0000 0001 0001 0929 1a85",
    "0.0001, 0001 ffff 0000 0004 0001",
    "0.00001, 0001 fffe 0000 0005 03e8",
    "-0.010, 0001 ffff 4000 0003 0064",
    "1E+5, 0001 0001 0000 0000 000a",
    "1000000.10, 0003 0001 0000 0002 0064 0000 03e8",
    "99999999999999.9999, 0005 0003 0000 0004 0063 270f 270f 270f 270f",
    "999999999999999999.9999," + " 0006 0004 0000 0004 0063 270f 270f 270f 270f 270f",
    "-99999999999999999999999999999999999999,"
        + " 000a 0009 4000 0000 0063 270f 270f 270f 270f 270f 270f 270f 270f 270f",
    "0.00000000000000000000000000000000000001, 0001 fff6 0000 0026 0064",
  })
  void writesDecimals(String decimal, String expected) {
    assertThat(hex(HEADER + 4, encoded("numeric(38,10)", new BigDecimal(decimal))))
        .isEqualTo(expected.replace(" ", ""));
  }

  @ParameterizedTest
  @CsvSource({
    "2000-01-01, 00000000",
    "1999-12-31, ffffffff",
    "1970-01-01, ffffd533",
    "-0043-03-15, fff49d7b", // 44 BC
    "+999999999-12-31, 7ffffffe", // beyond the type: refused, not infinity
  })
  void writesDates(LocalDate date, String expected) {
    assertThat(hex(HEADER + 4, encoded("date", date))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "2000-01-01T00:00:00Z, 0000000000000000",
    "2000-01-01T00:00:00.000001Z, 0000000000000001",
    "1969-12-31T23:59:59.999999Z, fffca2fec4c81fff",
    "+1000000000-12-31T23:59:59Z, 7ffffffffffffffe", // beyond the type: refused, not infinity
    "-1000000000-01-01T00:00:00Z, 8000000000000001",
  })
  void writesTimestamps(Instant timestamp, String expected) {
    assertThat(hex(HEADER + 4, encoded("timestamp with time zone", timestamp))).isEqualTo(expected);
  }

  @Test
  void writesTextInUtf8() {
    String text = "a\u00e9\u20ac\ud83d\ude00z";

    assertThat(encoded("text", text)).endsWith(text.getBytes(UTF_8));
  }

  @Test
  void writesHalfOfASurrogatePairAsWhatPostgresRefuses() {
    assertThat(hex(HEADER, encoded("text", "a\ud800"))).isEqualTo("00000004" + "61" + "eda080");
  }

  @Test
  void writesJsonWithTheVersionOfItsForm() {
    assertThat(hex(HEADER, encoded("jsonb", "[]"))).isEqualTo("00000003" + "01" + "5b5d");
  }

  @Test
  void writesBooleansAndDoubles() {
    assertThat(hex(HEADER, encoded("boolean", true, false))).isEqualTo("00000001010000000100");
    assertThat(hex(HEADER, encoded("double precision", -1.5)))
        .isEqualTo("00000008bff8000000000000");
  }

  private static byte[] encoded(String sqlType, Object... values) {
    BinaryArray array = BinaryArrays.forType(sqlType);
    for (Object value : values) {
      array.add(value);
    }
    return bytes(array);
  }

  private static byte[] bytes(BinaryArray array) {
    byte[] bytes = new byte[array.lengthInBytes()];
    array.toBytes(bytes, 0);
    return bytes;
  }

  private static String hex(int from, byte[] bytes) {
    return HexFormat.of().formatHex(Arrays.copyOfRange(bytes, from, bytes.length));
  }
}
