package io.cloudpulse.tests.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.transforms.Round;
import io.cloudpulse.transforms.RoundBook;
import io.cloudpulse.transforms.postgres.KeptRounds;
import io.cloudpulse.transforms.postgres.PostgresAddress;
import io.cloudpulse.transforms.postgres.PostgresPreparation;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The rounds of a job as another process finds them. */
@ExtendWith(io.cloudpulse.tests.kit.PostgresServer.class)
class KeptRoundsIT {
  private static final Round FIRST = new Round(1, Map.of(0, 0L, 1, 5L), Map.of(0, 10L, 1, 5L));
  private static final Round LATER = new Round(1_001, Map.of(0, 10L), Map.of(0, 20L));

  @Test
  void areFoundPlannedAndDone(Database database) throws SQLException {
    try (RoundBook book = book(database, "a");
        RoundBook other = book(database, "b")) {
      assertThat(book.unfinished()).isEmpty();
      assertThat(book.done()).isEmpty();

      book.plan(FIRST);
      assertThat(book.unfinished()).contains(FIRST);
      assertThat(book.done()).isEmpty();

      book.finish(FIRST);
      assertThat(book.unfinished()).isEmpty();
      assertThat(book.done()).contains(FIRST);
      assertThat(other.done()).as("another job's").isEmpty();
    }
  }

  @Test
  void areNotPlannedTwice(Database database) throws SQLException {
    try (RoundBook book = book(database, "a");
        RoundBook other = book(database, "a")) {
      book.plan(FIRST);

      assertThatThrownBy(() -> other.plan(new Round(1, Map.of(0, 0L), Map.of(0, 99L))))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("rounds_pkey");

      assertThat(book.unfinished()).contains(FIRST);
    }
  }

  @Test
  void areForgottenAThousandRoundsLater(Database database) throws SQLException {
    try (RoundBook book = book(database, "a")) {
      book.plan(FIRST);
      book.finish(FIRST);
      book.plan(LATER);
      assertThat(database.one("select count(distinct round) from pulse.rounds")).isEqualTo("2");

      book.finish(LATER);

      assertThat(database.query("select distinct round from pulse.rounds")).containsExactly("1001");
      assertThat(book.done()).contains(LATER);
    }
  }

  private static RoundBook book(Database database, String job) {
    PostgresAddress address = PostgresAddress.parse(database.sink());
    PostgresPreparation.of(address).prepare();
    return KeptRounds.in(address, job);
  }
}
