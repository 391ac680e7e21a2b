package io.cloudpulse.transforms.bigquery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VersionMarkTest {
  @Test
  void readsWhatItWrote() {
    VersionMark mark = new VersionMark(1_700_000_000_000L, -5);

    assertThat(mark.text()).isEqualTo("-5@1700000000000");
    assertThat(VersionMark.parse(mark.text())).isEqualTo(mark);
    assertThat(mark.isNone()).isFalse();
  }

  @Test
  void knowsNothingOfATableThatWasNeverRead() {
    assertThat(VersionMark.parse("").isNone()).isTrue();
  }
}
