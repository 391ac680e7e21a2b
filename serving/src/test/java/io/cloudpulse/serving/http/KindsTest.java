package io.cloudpulse.serving.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KindsTest {
  private static final Kind<String> ID = Kinds.matching(Pattern.compile("[0-9a-f]{4}"), "an id");

  @Test
  void readsMoments() {
    assertThat(Kinds.time().parse("2026-11-20T12:00:00+02:00"))
        .isEqualTo(Instant.parse("2026-11-20T10:00:00Z"));
    assertThat(Kinds.time().parse("9999-12-31T23:59:59.999999999Z"))
        .isEqualTo(Instant.parse("9999-12-31T23:59:59.999999999Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "soon",
        "2026-11-20",
        "2026-11-20T12:00:00",
        "2026-02-30T00:00:00Z",
        "0000-12-31T23:59:59Z",
        "+10000-01-01T00:00:00Z",
        "+999999999-12-31T00:00:00-18:00"
      })
  void refusesWhatIsNoMoment(String text) {
    refuses(Kinds.time(), text);
  }

  @Test
  void readsWordsWithoutTheBlanksAroundThem() {
    assertThat(Kinds.words(9).parse(" El Faro ")).isEqualTo("El Faro");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "lighthouses", "a\0b", "\ud83d", "a; b"})
  void refusesWhatIsNoWords(String text) {
    refuses(Kinds.words(10), text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "1.0", "9223372036854775808", "", "1e3"})
  void refusesWhatIsNoCount(String text) {
    refuses(Kinds.count(), text);
  }

  @Test
  void readsTheGreatestCount() {
    assertThat(Kinds.count().parse("9223372036854775807")).isEqualTo(Long.MAX_VALUE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0f3", "0f3a1", "0F3A", "0f3a\n", "--id", "../0"})
  void refusesWhatIsNotOfTheForm(String text) {
    refuses(ID, text);
    assertThat(ID.parse("0f3a")).isEqualTo("0f3a");
    assertThat(ID.schema().path("pattern").asText()).isEqualTo("^[0-9a-f]{4}$");
  }

  private static void refuses(Kind<?> kind, String text) {
    assertThat(catchThrowable(() -> kind.parse(text))).isInstanceOf(IllegalArgumentException.class);
  }
}
