package io.cloudpulse.transforms.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudpulse.schemas.Field;
import io.cloudpulse.schemas.FieldType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueParserTest {
  private static Object parse(FieldType type, String text, String... formats) {
    Field field = Field.builder().name("f").type(type).formats(List.of(formats)).build();
    String padded = "__" + text + "__";
    return ValueParser.of(field).parse(padded.toCharArray(), 2, text.length());
  }

  private static void refuses(FieldType type, String text, String... formats) {
    assertThatThrownBy(() -> parse(type, text, formats)).hasMessage("the text is not of the type");
  }

  @ParameterizedTest
  @CsvSource({
    "0,0",
    "-7,-7",
    "+7,7",
    "007,7",
    "17850.0,17850",
    "100.00,100",
    "10,10",
    "9223372036854775807,9223372036854775807",
    "-9223372036854775808,-9223372036854775808"
  })
  void readsWholeNumbers(String text, long value) {
    assertThat(parse(FieldType.INT64, text)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-", "many", "1.5", "1e3", "12,5", ".0", "9223372036854775808", "1 ", "１"})
  void refusesWhatIsNoWholeNumber(String text) {
    refuses(FieldType.INT64, text);
  }

  @ParameterizedTest
  @CsvSource({"1.5,1.5", "-2e3,-2000", ".5,0.5", "7,7"})
  void readsDoubles(String text, double value) {
    assertThat(parse(FieldType.DOUBLE, text)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "NaN", "Infinity", "1f", "0x1p3", "1e999", " 1", "."})
  void refusesJavasOwnNumbers(String text) {
    refuses(FieldType.DOUBLE, text);
  }

  @ParameterizedTest
  @CsvSource({
    "0,0.00",
    "14,14.00",
    "-9.8,-9.80",
    "0.15,0.15",
    ".5,0.50",
    "5.,5.00",
    "1.500,1.50",
    "12e1,120.00",
    "9999999999.99,9999999999.99",
    "+3,3.00",
    "-0.00,0.00"
  })
  void readsDecimalsAtTheirScale(String text, BigDecimal value) {
    assertThat(parse(FieldType.decimal(12, 2), text)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", ".", "1.234", "10000000000", "1.2.3", "12,5", "1e999999999"})
  void refusesDecimalsThatDoNotFit(String text) {
    refuses(FieldType.decimal(12, 2), text);
  }

  @Test
  void readsDecimalsOfManyDigits() {
    String digits = "12345678901234567890123456789012345.678";

    assertThat(parse(FieldType.decimal(38, 3), digits)).isEqualTo(new BigDecimal(digits));
    refuses(FieldType.decimal(38, 3), "9" + digits);
  }

  @Test
  void readsBooleansInTheirOwnWords() {
    assertThat(parse(FieldType.BOOLEAN, "TRUE")).isEqualTo(true);
    assertThat(parse(FieldType.BOOLEAN, "n", "y|yes", "N|no")).isEqualTo(false);
    refuses(FieldType.BOOLEAN, "1");
    refuses(FieldType.BOOLEAN, "true", "y|yes", "n|no");
  }

  @Test
  void readsDatesAndRefusesDaysThatAreNone() {
    assertThat(parse(FieldType.DATE, "2024-02-29")).isEqualTo(LocalDate.of(2024, 2, 29));
    assertThat(parse(FieldType.DATE, "2/24/2003 0:00", "yyyy-MM-dd", "M/d/yyyy H:mm"))
        .isEqualTo(LocalDate.of(2003, 2, 24));
    refuses(FieldType.DATE, "2023-02-29");
    refuses(FieldType.DATE, "yesterday!");
    refuses(FieldType.DATE, "31.04.2024", "dd.MM.yyyy");
  }

  @Test
  void readsTimestampsInTheirZone() {
    Instant noon = Instant.parse("2024-03-01T12:00:00Z");
    Field paris = Field.builder().name("f").type(FieldType.TIMESTAMP).zone("Europe/Paris").build();

    assertThat(parse(FieldType.TIMESTAMP, "2024-03-01T12:00:00Z")).isEqualTo(noon);
    assertThat(parse(FieldType.TIMESTAMP, "2024-03-01 13:00:00.0000019+01:00"))
        .isEqualTo(noon.plusNanos(1000));
    assertThat(parse(FieldType.TIMESTAMP, "2024-03-01")).isEqualTo(noon.minusSeconds(43_200));
    assertThat(parse(FieldType.TIMESTAMP, "2024-03-01 12:00:00 UTC", "yyyy-MM-dd HH:mm:ss 'UTC'"))
        .isEqualTo(noon);
    assertThat(ValueParser.of(paris).parse("2024-03-01T13:00:00".toCharArray(), 0, 19))
        .isEqualTo(noon);
  }

  /**
   * Java's clocks write nine digits of a second, JavaScript's three, and Go's as many as needed.
   */
  @ParameterizedTest
  @CsvSource({
    "2024-03-01T12:00:00Z, 0",
    "2024-03-01T12:00:00.25Z, 250000",
    "2024-03-01T14:00:00.123+02:00, 123000",
    "2024-03-01 12:00:00.123456Z, 123456",
    "2024-03-01T12:00:00.123456789Z, 123456",
    "2024-03-01 12:00:00 UTC, 0"
  })
  void readsIsoBesidePatterns(String text, int micros) {
    assertThat(parse(FieldType.TIMESTAMP, text, "yyyy-MM-dd HH:mm:ss 'UTC'", "iso"))
        .isEqualTo(Instant.parse("2024-03-01T12:00:00Z").plusNanos(micros * 1000L));
  }

  @Test
  void saysHowIsoLooks() {
    assertThat(allowed(FieldType.DATE)).isEqualTo("a date like dd.MM.yyyy or 2024-02-29");
    assertThat(allowed(FieldType.TIMESTAMP))
        .isEqualTo("a time like dd.MM.yyyy or 2024-02-29T12:30:00Z");
  }

  private static String allowed(FieldType type) {
    List<String> formats = List.of("dd.MM.yyyy", "iso");
    return ValueParser.of(Field.builder().name("f").type(type).formats(formats).build()).allowed();
  }

  @Test
  void takesTheFirstFormatThatFits() {
    assertThat(parse(FieldType.DATE, "2024-03-01", "yyyy-dd-MM", "iso"))
        .isEqualTo(LocalDate.of(2024, 1, 3));
    assertThat(parse(FieldType.DATE, "2024-02-29", "yyyy-dd-MM", "iso"))
        .isEqualTo(LocalDate.of(2024, 2, 29));
    refuses(FieldType.DATE, "2023-02-29", "dd.MM.yyyy", "iso");
    refuses(FieldType.TIMESTAMP, "01.03.2024", "yyyy-MM-dd HH:mm:ss", "iso");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "yesterday", "2024-13-45", "2024-02-30T00:00:00Z", "2024-01-01T24:00:01Z"})
  void refusesTimesThatAreNone(String text) {
    refuses(FieldType.TIMESTAMP, text);
  }

  @Test
  void compactsJson() {
    assertThat(parse(FieldType.JSON, " {\"a\" : [ 1 ] } ")).isEqualTo("{\"a\":[1]}");
    refuses(FieldType.JSON, "{a}");
    refuses(FieldType.JSON, "1 2");
  }
}
