package io.cloudpulse.schemas.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudpulse.schemas.Field;
import io.cloudpulse.schemas.FieldType;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.beam.sdk.util.SerializableUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {
  private static final FieldType MONEY = FieldType.decimal(10, 2);
  private static final List<Field> FIELDS =
      List.of(
          Field.of("name", FieldType.STRING),
          Field.of("amount", FieldType.INT64),
          Field.of("ratio", FieldType.DOUBLE),
          Field.of("price", MONEY),
          Field.of("active", FieldType.BOOLEAN),
          Field.of("sold_on", FieldType.DATE),
          Field.of("seen_at", FieldType.TIMESTAMP),
          Field.of("payload", FieldType.JSON),
          Field.of("type", FieldType.STRING));
  private static final Object[] RECORD = {
    "Ada L,x",
    7L,
    0.5,
    new BigDecimal("19.90"),
    true,
    LocalDate.of(2024, 2, 29),
    Instant.parse("2024-03-01T10:20:30.123456Z"),
    "{\"a\":1}",
    "gold"
  };
  private static final Object[] NULLS = new Object[FIELDS.size()];

  private static Object value(String cel, FieldType result) {
    return Expression.compile(FIELDS, cel, result).evaluate(RECORD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name == 'Ada L,x'",
        "name.startsWith('Ada') && name.endsWith('x') && name.contains(' ')",
        "name.matches('^[A-Z][a-z]+ .*')",
        "name.matches('L,') && !name.matches('^L,')",
        "name in ['Bob', 'Ada L,x']",
        "name.size() == 7 && size(name) > 6",
        "amount > 6 && amount <= 7 && amount % 2 == 1",
        "ratio < 1 && ratio == 0.5",
        "price > 19 && price == 19.9",
        "amount < price",
        "active",
        "sold_on < seen_at",
        "sold_on == timestamp('2024-02-29T00:00:00Z')",
        "seen_at - sold_on < duration('48h')",
        "seen_at.getHours('Europe/Paris') == 11",
        "sold_on.getMonth() == 1 && sold_on.getDayOfMonth() == 28 && sold_on.getDate() == 29",
        "payload != null && payload.contains('a')",
        "type == 'gold'",
        "[1, 2, 3].exists(n, n == amount - 5)",
        "math.greatest(amount, 3) == 7"
      })
  void canSayWhatMustHold(String cel) {
    assertThat(value(cel, FieldType.BOOLEAN)).isEqualTo(true);
  }

  @Test
  void givesTheCarrierOfEachType() {
    assertThat(value("name.split(',')[1]", FieldType.STRING)).isEqualTo("x");
    assertThat(value("name.lowerAscii().replace(',', '').substring(4)", FieldType.STRING))
        .isEqualTo("lx");
    assertThat(value("amount * 2", FieldType.INT64)).isEqualTo(14L);
    assertThat(value("sold_on.getFullYear()", FieldType.INT64)).isEqualTo(2024L);
    assertThat(value("ratio * 3.0", FieldType.DOUBLE)).isEqualTo(1.5);
    assertThat(value("amount", FieldType.DOUBLE)).isEqualTo(7.0);
    assertThat(value("price * 2.0", MONEY)).isEqualTo(new BigDecimal("39.80"));
    assertThat(value("amount", MONEY)).isEqualTo(new BigDecimal("7.00"));
    assertThat(value("!active", FieldType.BOOLEAN)).isEqualTo(false);
    assertThat(value("seen_at", FieldType.DATE)).isEqualTo(LocalDate.of(2024, 3, 1));
    assertThat(value("sold_on", FieldType.TIMESTAMP))
        .isEqualTo(Instant.parse("2024-02-29T00:00:00Z"));
    assertThat(value("payload", FieldType.JSON)).isEqualTo("{\"a\":1}");
  }

  @ParameterizedTest
  @CsvSource({"0.125, 0.12", "0.135, 0.14", "0.1 + 0.2, 0.30", "-0.125, -0.12"})
  void roundsADecimalHalfToEven(String cel, BigDecimal rounded) {
    assertThat(value(cel, MONEY)).isEqualTo(rounded);
  }

  @Test
  void cutsATimestampToMicroseconds() {
    assertThat(value("seen_at + duration('0.000000999s')", FieldType.TIMESTAMP))
        .isEqualTo(Instant.parse("2024-03-01T10:20:30.123456Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "name, string",
    "amount, int64",
    "amount == null ? null : amount * 2, int64",
    "amount != null ? amount * 2 : null, int64",
    "ratio == null ? null : (price == null ? null : ratio * price), double",
    "price, 'decimal(10,2)'",
    "active, boolean",
    "sold_on, date",
    "seen_at == null ? null : seen_at, timestamp",
    "payload, json"
  })
  void passesNullOn(String cel, String type) {
    Expression expression = Expression.compile(FIELDS, cel, FieldType.parse(type).orElseThrow());

    assertThat(expression.evaluate(NULLS)).isNull();
    assertThat(expression.evaluate(RECORD)).isNotNull();
  }

  @Test
  void comparesWithNull() {
    Expression unsold =
        Expression.compile(FIELDS, "sold_on == null || sold_on <= seen_at", FieldType.BOOLEAN);

    assertThat(unsold.evaluate(NULLS)).isEqualTo(true);
    assertThat(unsold.evaluate(RECORD)).isEqualTo(true);
    assertThat(unsold.fields()).containsExactly("sold_on", "seen_at");
  }

  @Test
  void saysWhichNullItDidNotForesee() {
    Expression expression = Expression.compile(FIELDS, "amount > 3", FieldType.BOOLEAN);

    assertThatThrownBy(() -> expression.evaluate(NULLS))
        .isInstanceOf(ExpressionFailedException.class)
        .hasMessage("amount > 3 has no value, since amount == null");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          amount / 0          | int64        | amount / 0 has no value: / by zero
          ratio / 0.0         | double       | ratio / 0.0 has no value: it gave Infinity, which is no double
          price * 1000000.0   | decimal(6,2) | price * 1000000.0 has no value: it gave 1.99E7, which is no decimal(6,2)
          int(name)           | int64        | int(name) has no value: For input string: "Ada L,x"
          dyn(name)           | int64        | dyn(name) has no value: it gave Ada L,x, which is no int64
          """)
  void saysWhyARecordHasNoValue(String cel, String type, String message) {
    Expression expression = Expression.compile(FIELDS, cel, FieldType.parse(type).orElseThrow());

    assertThatThrownBy(() -> expression.evaluate(RECORD))
        .isInstanceOf(ExpressionFailedException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          amuont > 3    | boolean | 1  | amuont is no field and no function
          name > 3      | boolean | 6  | > does not take (string, int)
          ratio * 2     | double  | 7  | * does not take (double, int). Write a whole number as 2.0 to make it a double
          name.join()   | string  | 10 | string has no join()
          name = 'a'    | boolean | 6  | = compares nothing: write ==
          name.matches('(') | boolean | 14 | not a regular expression: Unclosed group near index 1 (
          amount >      | boolean | 9  | mismatched input 'end of the expression'
          amount        | boolean | 1  | gives int, but must give boolean
          name          | date    | 1  | gives string, but must give date
          ratio         | int64   | 1  | gives double, but must give int64
          """)
  void refusesWhatCannotWork(String cel, String type, int column, String message) {
    FieldType result = FieldType.parse(type).orElseThrow();

    assertThatThrownBy(() -> Expression.compile(FIELDS, cel, result))
        .isInstanceOfSatisfying(
            InvalidExpressionException.class, e -> assertThat(e.column()).isEqualTo(column))
        .hasMessage(message);
  }

  /** Names that CEL has for types and functions are good names for columns too. */
  @ParameterizedTest
  @ValueSource(strings = {"type", "duration", "timestamp", "int", "size", "string", "math"})
  void readsFieldsNamedAsCelNamesThings(String name) {
    List<Field> fields = List.of(Field.of(name, FieldType.INT64));
    Expression expression = Expression.compile(fields, name + " == 5", FieldType.BOOLEAN);

    assertThat(expression.evaluate(new Object[] {5L})).isEqualTo(true);
  }

  @Test
  void worksAfterATrip() {
    Serializable expression = Expression.compile(FIELDS, "amount + 1", FieldType.INT64);

    Expression arrived = (Expression) SerializableUtils.clone(expression);

    assertThat(arrived.evaluate(RECORD)).isEqualTo(8L);
    assertThat(arrived.text()).isEqualTo("amount + 1");
  }
}
