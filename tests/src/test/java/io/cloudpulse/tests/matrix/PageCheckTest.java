package io.cloudpulse.tests.matrix;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PageCheckTest {
  private static final String KEPT =
      """
      Run on 2026-11-20.

      | runner | mode | source | orders: PostgreSQL | orders: BigQuery |
      |---|---|---|---|---|
      | Direct | batch | files | proven `1` | proven `1` |
      | Direct | batch | Pub/Sub | proven `2` | proven `2` |

      ## Time
      | Direct | 2 | 30 |
      """;

  private static final String SKIPPED =
      KEPT.replace("proven `1` |\n", "skipped |\n")
          .replace("proven `2` | proven `2`", "skipped | skipped");

  @Test
  void whenItWasRunAndHowLongItTookMayDiffer() {
    String fresh = KEPT.replace("11-20", "11-29").replace("30", "31");

    assertThatCode(() -> new PageCheck(KEPT, fresh).assertSame()).doesNotThrowAnyException();
  }

  @Test
  void whatWasSkippedMayBeAnything() {
    assertThatCode(() -> new PageCheck(KEPT, SKIPPED).assertSameCells()).doesNotThrowAnyException();
    assertThatThrownBy(() -> new PageCheck(KEPT, SKIPPED).assertSame())
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void whatWasSeenMayNot() {
    String other = SKIPPED.replace("proven `1`", "proven `3`");

    assertThatThrownBy(() -> new PageCheck(KEPT, other).assertSameCells())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("proven `3`");
  }

  @Test
  void everyRowMustBeThere() {
    String fewer = SKIPPED.replaceFirst("\\| Direct \\| batch \\| Pub.*\n", "");

    assertThatThrownBy(() -> new PageCheck(KEPT, fewer).assertSameCells())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("rows of docs/matrix.md");
  }
}
