package io.cloudpulse.transforms.postgres;

import static io.cloudpulse.transforms.postgres.TestRows.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.transforms.VersionedRecord;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewestRowsTest {
  private final NewestRows newest = new NewestRows(KeyOrder.of(TestRows.shipAndBerth()));

  @Test
  void keepsOfEachKeyTheNewestVersion() {
    VersionedRecord old = row(1, "b", 1.0, null);
    VersionedRecord young = row(3, "b", 1.0, null);
    VersionedRecord middle = row(2, "b", 1.0, null);

    assertThat(newest.of(List.of(old, young, middle))).containsExactly(young);
  }

  @Test
  void keepsTheFirstOfEqualVersions() {
    VersionedRecord first = row(1, "b", 1.0, null);

    assertThat(newest.of(List.of(first, row(1, "b", 1.0, null)))[0]).isSameAs(first);
  }

  @Test
  void sortsByEveryKeyColumnInTurn() {
    VersionedRecord a2 = row(1, "a", 2.0, null);
    VersionedRecord b1 = row(1, "b", 1.0, null);
    VersionedRecord b2 = row(1, "b", 2.0, null);

    assertThat(newest.of(List.of(b2, a2, b1))).containsExactly(a2, b1, b2);
  }

  @Test
  void takesZeroAndMinusZeroForOneKeyAsPostgresDoes() {
    VersionedRecord zero = row(2, "a", 0.0, null);

    assertThat(newest.of(List.of(row(1, "a", -0.0, null), zero))).containsExactly(zero);
  }

  @Test
  void takesNoRowsForWhatTheyAre() {
    assertThat(newest.of(List.of())).isEmpty();
  }
}
