package io.cloudpulse.transforms.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudpulse.schemas.Field;
import io.cloudpulse.schemas.FieldType;
import io.cloudpulse.schemas.Key;
import io.cloudpulse.transforms.Refusal;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class DocumentIdsTest {
  private static final DocumentIds PAIR =
      DocumentIds.of(
          TestDocuments.dataset(
              Key.fields(List.of("a", "b")),
              Field.of("a", FieldType.STRING),
              Field.of("b", FieldType.STRING)));
  private static final DocumentIds ONE = one(FieldType.STRING);

  @Test
  void readsAsTheKeyDoes() {
    assertThat(ONE.of(new Object[] {"Rotterdam"})).isEqualTo("Rotterdam");
    assertThat(PAIR.of(new Object[] {"NL", "a|b\\c"})).isEqualTo("NL|a\\|b\\\\c");
    assertThat(one(FieldType.INT64).of(new Object[] {-7L})).isEqualTo("-7");
    assertThat(one(FieldType.decimal(9, 8)).of(new Object[] {new java.math.BigDecimal("0E-8")}))
        .isEqualTo("0.00000000");
  }

  @Test
  void takesMinusZeroForZero() {
    DocumentIds ids = one(FieldType.DOUBLE);

    assertThat(ids.of(new Object[] {-0.0})).isEqualTo(ids.of(new Object[] {0.0}));
  }

  @Test
  void namesWhatElasticsearchTakesNoNameOf() {
    assertThat(ONE.of(new Object[] {""})).isEqualTo("\\e");
    assertThat(ONE.of(new Object[] {"x".repeat(512)})).isEqualTo("x".repeat(512));
    assertThat(ONE.of(new Object[] {"x".repeat(513)})).matches("\\\\#[0-9a-f]{32}");
    assertThat(ONE.of(new Object[] {"\u20ac".repeat(171)})).startsWith("\\#");
  }

  @Test
  void refusesARowWithoutAKey() {
    assertThatThrownBy(() -> PAIR.of(new Object[] {"a", null}))
        .isInstanceOf(Refusal.class)
        .hasMessage("b was empty, but must be there: it is part of the key");
  }

  @Property
  void givesEachPairANameOfItsOwn(
      @ForAll @Chars({'|', '\\', 'e', '#'}) @StringLength(max = 3) String a,
      @ForAll @Chars({'|', '\\', 'e', '#'}) @StringLength(max = 3) String b,
      @ForAll @Chars({'|', '\\', 'e', '#'}) @StringLength(max = 3) String c,
      @ForAll @Chars({'|', '\\', 'e', '#'}) @StringLength(max = 3) String d) {
    Assume.that(!a.equals(c) || !b.equals(d));

    assertThat(PAIR.of(new Object[] {a, b})).isNotEqualTo(PAIR.of(new Object[] {c, d}));
  }

  private static DocumentIds one(FieldType type) {
    return DocumentIds.of(TestDocuments.dataset(Key.fields(List.of("a")), Field.of("a", type)));
  }
}
