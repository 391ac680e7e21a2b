package io.cloudpulse.serving.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
  @Test
  void comesBackAsItWas() {
    Cursor cursor = new Cursor("-name", null, List.of("Côte", "7"));

    assertThat(Cursor.kind(2).parse(cursor.text())).isEqualTo(cursor);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "7",
        "{}",
        "[]",
        "[\"\",null]",
        "[\"\",null,null]",
        "[null,null,\"7\"]",
        "[\"\",null,7]",
        "[\"\",null,\"7\",\"8\"]",
        "[\"\",null,\"\\u0000\"]",
        "[\"\",null,"
      })
  void refusesWhatNoAnswerGave(String json) {
    String text = Base64.getUrlEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));

    assertThat(catchThrowable(() -> Cursor.kind(1).parse(text)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesWhatIsNoBase64() {
    assertThat(catchThrowable(() -> Cursor.kind(1).parse("%%%")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
