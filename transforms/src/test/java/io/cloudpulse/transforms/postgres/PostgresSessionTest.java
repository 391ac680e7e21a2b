package io.cloudpulse.transforms.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.failsafe.function.CheckedRunnable;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** No server is here: a session connects only when a statement is wanted. */
class PostgresSessionTest {
  private final AtomicInteger tries = new AtomicInteger();

  @Test
  void triesAgainWhenTheMomentIsBad() throws SQLException {
    session(Duration.ofSeconds(20))
        .transaction(
            () -> {
              if (tries.incrementAndGet() < 3) {
                throw new SQLException("deadlock detected", "40P01");
              }
            });

    assertThat(tries).hasValue(3);
  }

  @Test
  void saysWhatToDoWhenItsPatienceEnds() {
    assertThatThrownBy(
            () -> session(Duration.ofMillis(400)).transaction(failing("connection lost", "08006")))
        .isInstanceOf(SQLException.class)
        .hasMessage(
            "PostgreSQL at 127.0.0.1:1/none did not take a batch for 0 s (SQLSTATE 08006:"
                + " connection lost). Nothing is lost. See that it runs, is reachable and has room,"
                + " and run again.");
    assertThat(tries).hasValueGreaterThan(1);
  }

  @Test
  void doesNotTryAgainWhatSomebodyHasToMend() {
    assertThatThrownBy(
            () -> session(Duration.ofSeconds(20)).transaction(failing("no such table", "42P01")))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining(
            "refused the statement, not a record (SQLSTATE 42P01: no such table)");
    assertThat(tries).hasValue(1);
  }

  @Test
  void handsOnABadRecordAsItIs() {
    SQLException refused = new SQLException("out of range", "22003");

    assertThatThrownBy(
            () ->
                session(Duration.ofSeconds(20))
                    .transaction(
                        () -> {
                          throw refused;
                        }))
        .isSameAs(refused)
        .hasMessage("out of range");
  }

  @Test
  void stopsWaitingWhenInterrupted() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> session(Duration.ofSeconds(20)).transaction(failing("lost", "08006")))
        .hasMessageContaining("InterruptedException");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(tries).hasValue(1);
  }

  private CheckedRunnable failing(String message, String state) {
    return () -> {
      tries.incrementAndGet();
      throw new SQLException(message, state);
    };
  }

  private static PostgresSession session(Duration patience) {
    return new PostgresSession(
        PostgresAddress.parse("jdbc:postgresql://127.0.0.1:1/none"), patience);
  }
}
