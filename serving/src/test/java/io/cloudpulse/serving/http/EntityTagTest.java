package io.cloudpulse.serving.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntityTagTest {
  @Test
  void namesAnAnswerByWhatItSays() {
    assertThat(tag("a")).isEqualTo("\"ypeBEsobvcr6wjGz\"").isNotEqualTo(tag("b"));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "'\"ypeBEsobvcr6wjGz\"', true",
        "'W/\"ypeBEsobvcr6wjGz\"', true",
        "'\"x\", \"ypeBEsobvcr6wjGz\"', true",
        "'*', true",
        "'\"x\"', false",
        "'ypeBEsobvcr6wjGz', false",
      })
  void knowsItAgain(String header, boolean isIt) {
    assertThat(EntityTag.matches(header, tag("a"))).isEqualTo(isIt);
  }

  @Test
  void matchesNothingWhereNothingIsSaid() {
    assertThat(EntityTag.matches(null, tag("a"))).isFalse();
  }

  private static String tag(String body) {
    return EntityTag.of(body.getBytes(StandardCharsets.UTF_8));
  }
}
