package io.cloudpulse.serving.writes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenTest {
  private static final Written MESSAGE =
      Written.byMessage("sports.teams", List.of("2026", "HRN"), 1_795_000_000_000L, 1, 7);

  @Test
  void isItsOwnName() {
    assertThat(Written.parse(MESSAGE.token())).isEqualTo(MESSAGE);
    assertThat(MESSAGE.token()).matches("[A-Za-z0-9_-]+");
  }

  /** As the pipeline makes versions: the message's milliseconds above 21 bits of its offset. */
  @Test
  void knowsItsVersion() {
    assertThat(MESSAGE.from()).isEqualTo((1_795_000_000_000L << 21) + 7).isEqualTo(MESSAGE.to());
    Written record = Written.byRecord("sports.trades", List.of("a"), 1_795_000_000_000L, 0, 7);
    assertThat(record.from()).isEqualTo(1_795_000_000_000L << 21);
    assertThat(record.to()).isEqualTo(((1_795_000_000_000L + 1) << 21) - 1);
  }

  @ParameterizedTest
  @CsvSource({"-1, PENDING", "6, PENDING", "7, VISIBLE", "8, SUPERSEDED"})
  void isVisibleWhereItsVersionIs(long tie, State state) {
    long version = tie < 0 ? -1 : (1_795_000_000_000L << 21) + tie;
    assertThat(State.of(MESSAGE, version)).isEqualTo(state);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "null",
        "[\"sports.teams\",1,1,0,0]",
        "[7,1,1,0,0,\"a\"]",
        "[\"sports.teams\",1.5,1,0,0,\"a\"]",
        "[\"sports.teams\",-1,1,0,0,\"a\"]",
        "[\"sports.teams\",99999999999999999999,1,0,0,\"a\"]",
        "[\"sports.teams\",1,1,9999999999,0,\"a\"]",
        "[\"sports.teams\",1,1,0,0,null]",
        "[\"sports.teams\",1,1,0,0,\"a\\u0000\"]",
      })
  void isNothingElse(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    assertThatThrownBy(() -> Written.parse(token)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Written.parse("a=b")).isInstanceOf(IllegalArgumentException.class);
  }
}
