package io.cloudpulse.pipelines.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "yyyy-MM-dd HH:mm:ss",
        "M/d/uuuu '0:00'",
        "dd.MM.yyyy H:m",
        "yyyyMMdd'T'HHmmss",
        "MMM d, yyyy h:mm a",
        "yyyy-MM-dd'T'HH:mm:ss.SSSXXX"
      })
  void writesWhatJavasOwnFormatterWrites(String pattern) {
    ZoneId paris = ZoneId.of("Europe/Paris");
    TimeText text = new TimeText(pattern, paris, StandardCharsets.UTF_8);
    DateTimeFormatter formatter =
        DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(paris);
    Dice dice = new Dice(1, 1);

    for (int i = 0; i < 5_000; i++) {
      long second = dice.below(200L * 366 * 86_400) - 100L * 366 * 86_400;
      LineBuffer out = new LineBuffer(16);
      text.write(second, out);
      assertThat(new String(out.toBytes(), StandardCharsets.UTF_8))
          .isEqualTo(formatter.format(Instant.ofEpochSecond(second)));
    }
  }
}
