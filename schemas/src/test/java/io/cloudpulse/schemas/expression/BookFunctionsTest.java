package io.cloudpulse.schemas.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudpulse.schemas.Field;
import io.cloudpulse.schemas.FieldType;
import java.util.List;
import org.junit.jupiter.api.Test;

class BookFunctionsTest {
  private static final List<Field> FIELDS =
      List.of(Field.of("isbn", FieldType.STRING), Field.of("pages", FieldType.INT64));

  @Test
  void repairsANumber() {
    assertThat(valueOf("isbn10(isbn)", "306406152")).isEqualTo("0306406152");
    assertThat(valueOf("isbn13(isbn)", "306406152")).isEqualTo("9780306406157");
  }

  @Test
  void givesNullForWhatIsNoNumber() {
    assertThat(valueOf("isbn10(isbn)", "306406151")).isNull();
    assertThat(valueOf("isbn13(isbn)", null)).isNull();
  }

  @Test
  void takesTextsOnly() {
    assertThatThrownBy(() -> Expression.compile(FIELDS, "isbn10(pages)", FieldType.STRING))
        .isInstanceOf(InvalidExpressionException.class)
        .hasMessageContaining("isbn10 does not take (int)");
  }

  private static Object valueOf(String cel, String isbn) {
    return Expression.compile(FIELDS, cel, FieldType.STRING).evaluate(new Object[] {isbn, 1L});
  }
}
