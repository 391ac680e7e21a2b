package io.cloudpulse.transforms.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableMarkTest {
  @Test
  void readsWhatItWrote() {
    TableMark mark = new TableMark("7301/2", 8_589_934_600L);

    assertThat(mark.text()).isEqualTo("8589934600@7301/2");
    assertThat(TableMark.parse(mark.text())).isEqualTo(mark);
    assertThat(TableMark.parse("")).isEqualTo(TableMark.NONE);
  }

  @Test
  void leavesNothingOutOfATableNeverRead() {
    assertThat(TableMark.NONE.condition()).isEmpty();
    assertThat(new TableMark("7301/2", 42).condition()).endsWith(">= 42");
  }
}
