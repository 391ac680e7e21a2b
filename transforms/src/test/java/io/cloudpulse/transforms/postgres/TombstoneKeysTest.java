package io.cloudpulse.transforms.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Field;
import io.cloudpulse.schemas.FieldType;
import io.cloudpulse.schemas.Key;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class TombstoneKeysTest {
  @Test
  void readsTheKeyThatItWrote() {
    TombstoneKeys keys = TombstoneKeys.of(TestRows.shipAndBerth());

    String text = keys.text(new Object[] {"3:Ex 1", 7.5, new BigDecimal("1.00")});

    assertThat(text).isEqualTo("6:3:Ex 13:7.5");
    assertThat(keys.row(text)).containsExactly("3:Ex 1", 7.5, null);
  }

  @Test
  void writesAKeyOfOneFieldAsItIs() {
    Dataset ships =
        TestRows.dataset(Key.fields(List.of("ship")), Field.of("ship", FieldType.STRING));
    TombstoneKeys keys = TombstoneKeys.of(ships);

    assertThat(keys.text(new Object[] {"12:x"})).isEqualTo("12:x");
    assertThat(keys.row("12:x")).containsExactly("12:x");
  }

  @Test
  void knowsKeysOfFieldsOnly() {
    Field ship = Field.of("ship", FieldType.STRING);
    assertThat(TombstoneKeys.canBe(TestRows.dataset(Key.content(), ship))).isFalse();
    assertThat(TombstoneKeys.canBe(TestRows.shipAndBerth())).isTrue();
  }
}
