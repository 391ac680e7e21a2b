package io.cloudpulse.serving.runs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplayTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  @Test
  void tellsWhatTheCommandReported() throws Exception {
    Replay replay =
        Replay.ended(
            NOW,
            0,
            new ObjectMapper()
                .readTree("{\"run\": \"r1\", \"read\": 1, \"accepted\": 1, \"refused\": 0}"),
            "");

    assertThat(replay.json().toString().replace('"', '\''))
        .isEqualTo(
            "{'state':'replayed','at':'2026-11-20T12:00:00Z','exit':0,'run':'r1',"
                + "'read':1,'accepted':1,'refused':0,'why':null}");
  }

  @ParameterizedTest
  @CsvSource({"0, replayed", "4, refused", "2, failed", "3, failed", "5, failed", "6, failed"})
  void readsTheExitCode(int exit, String state) {
    Replay replay = Replay.ended(NOW, exit, MissingNode.getInstance(), "said");

    assertThat(replay.json().path("state").asText()).isEqualTo(state);
    assertThat(replay.json().path("why").isNull()).isEqualTo(!state.equals("failed"));
    assertThat(replay.state().isOver()).isTrue();
  }

  @Test
  void hasNoExitWhileItWaits() {
    Replay waiting = Replay.open(Replay.State.WAITING, NOW);

    assertThat(waiting.json().path("exit").isNull()).isTrue();
    assertThat(waiting.state().isOver()).isFalse();
  }
}
