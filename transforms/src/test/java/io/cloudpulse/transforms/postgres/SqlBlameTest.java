package io.cloudpulse.transforms.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlBlameTest {
  @ParameterizedTest
  @CsvSource({
    "22003, RECORD", // number out of range
    "22021, RECORD", // not in the encoding
    "23502, RECORD", // null where none may be
    "21000, RECORD", // a key twice in one statement
    "54000, RECORD", // key too long for an index
    "08006, MOMENT", // connection lost
    "40P01, MOMENT", // deadlock
    "53300, MOMENT", // too many connections
    "53100, MOMENT", // disk full
    "57P01, MOMENT", // server stops
    "55P03, MOMENT", // lock not available
    "42P01, SETUP", // no such table
    "42501, SETUP", // not allowed
    "28P01, SETUP", // wrong password
    "54001, SETUP", // statement too complex
    "XX000, SETUP",
    "2, SETUP"
  })
  void blames(String state, SqlBlame blame) {
    assertThat(SqlBlame.of(new SQLException("said", state))).isEqualTo(blame);
  }

  @Test
  void takesALostStreamForAMoment() {
    assertThat(SqlBlame.of(new SQLException("said", new IOException("reset"))))
        .isEqualTo(SqlBlame.MOMENT);
  }

  @Test
  void blamesNoRecordForAFailureWithoutAState() {
    assertThat(SqlBlame.of(new SQLException("said"))).isEqualTo(SqlBlame.SETUP);
  }
}
