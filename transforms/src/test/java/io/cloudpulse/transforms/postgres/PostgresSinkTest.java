package io.cloudpulse.transforms.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudpulse.transforms.RowStore;
import io.cloudpulse.transforms.SchemaPolicy;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.apache.beam.sdk.util.SerializableUtils;
import org.junit.jupiter.api.Test;

/** Where no server is. */
class PostgresSinkTest {
  private static final PostgresSink NOWHERE =
      new PostgresSink(
          TestRows.shipAndBerth(),
          PostgresAddress.parse("jdbc:postgresql://127.0.0.1:1/none"),
          "run",
          Duration.ofMillis(200),
          SchemaPolicy.REFUSE);

  @Test
  void travelsToWorkers() {
    assertThat(SerializableUtils.ensureSerializable(NOWHERE.write())).isNotNull();
  }

  @Test
  void saysWhichServerTookNothing() throws IOException {
    try (RowStore.Open store = NOWHERE.store().orElseThrow().open()) {
      assertThatThrownBy(() -> store.write(List.of(TestRows.row(1, "a", 1.0, null)), letter -> {}))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("PostgreSQL at 127.0.0.1:1/none did not take a batch");
    }
  }
}
