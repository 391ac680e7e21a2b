package io.cloudpulse.transforms.postgres;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudpulse.transforms.SchemaPolicy;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.util.SerializableUtils;
import org.joda.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where no server is, so that any write shows as a failure. */
class UpsertRowsFnTest {
  private UpsertRowsFn fn;

  @BeforeEach
  void setUpAWorkersCopy() {
    PostgresAddress nowhere = PostgresAddress.parse("jdbc:postgresql://127.0.0.1:1/none");
    PostgresSink sink =
        new PostgresSink(
            TestRows.shipAndBerth(), nowhere, "run", Duration.ofMillis(200), SchemaPolicy.REFUSE);
    fn = SerializableUtils.clone(new UpsertRowsFn(sink));
    fn.setUp();
    fn.startBundle();
    add("a");
  }

  @Test
  void writesWhatABundleHoldsAtItsEnd() {
    assertThatThrownBy(() -> fn.finishBundle(null))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("PostgreSQL at 127.0.0.1:1/none did not take a batch");
  }

  @Test
  void forgetsWhatAFailedBundleLeft() {
    fn.startBundle();

    assertThatCode(() -> fn.finishBundle(null)).doesNotThrowAnyException();
  }

  private void add(String ship) {
    try {
      fn.add(TestRows.row(1, ship, 1.0, null), Instant.EPOCH, GlobalWindow.INSTANCE, null);
    } catch (IOException | SQLException unexpected) {
      throw new AssertionError(unexpected);
    }
  }
}
