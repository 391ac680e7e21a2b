package io.cloudpulse.transforms.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PostgresAddressTest {
  private static final String FULL =
      "jdbc:postgresql://db:5432/sales?ssl=true&user=me&password=secret://env/PGPASSWORD";

  @Test
  void keepsTheNameOfThePasswordAndTheRestOfTheAddress() {
    assertThat(PostgresAddress.parse(FULL))
        .isEqualTo(
            new PostgresAddress(
                "jdbc:postgresql://db:5432/sales?ssl=true", "me", "secret://env/PGPASSWORD"))
        .hasToString(FULL);
  }

  @Test
  void needsNoParameters() {
    assertThat(PostgresAddress.parse("jdbc:postgresql://db/sales"))
        .isEqualTo(new PostgresAddress("jdbc:postgresql://db/sales", "", ""));
  }

  @Test
  void refusesAPasswordInTheOpenWithoutRepeatingIt() {
    assertThatThrownBy(() -> PostgresAddress.parse("jdbc:postgresql://db/s?password=hunter2"))
        .hasMessageContaining("password=secret://env/PGPASSWORD")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void refusesAUserBeforeTheHostWithoutRepeatingIt() {
    assertThatThrownBy(() -> PostgresAddress.parse("jdbc:postgresql://me:hunter2@db/s"))
        .hasMessageContaining("?user=NAME")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void refusesAnotherScheme() {
    assertThatThrownBy(() -> PostgresAddress.parse("postgres://db/sales"))
        .hasMessageContaining("jdbc:postgresql://host:5432/database");
  }
}
