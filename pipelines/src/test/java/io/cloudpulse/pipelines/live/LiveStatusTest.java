package io.cloudpulse.pipelines.live;

import static io.cloudpulse.pipelines.live.Statuses.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveStatusTest {
  @Test
  void isAsFarAsThePartitionThatIsFurthestBehind() {
    assertThat(Statuses.stream().watermark()).contains(NOON.minusSeconds(3));
    assertThat(Statuses.stream().lag()).contains(10L);
  }

  @Test
  void knowsNoLagWhereOnePartitionIsNotHeardOf() {
    LiveStatus status =
        Statuses.status(
            List.of(
                new PartitionStatus(0, 490L, 500L, 10L, NOON),
                new PartitionStatus(1, null, null, null, null)));

    assertThat(status.lag()).isEmpty();
    assertThat(status.watermark()).contains(NOON);
  }

  @Test
  void comesBackFromTheDatabaseAsItWas() throws Exception {
    String json = LiveJson.of(Statuses.stream());

    assertThat(LiveJson.MAPPER.readValue(json, LiveStatus.class)).isEqualTo(Statuses.stream());
  }

  @Test
  void isOneLineOfAStreamAndAShorterOneOfABatch() {
    assertThat(LiveLine.of(Statuses.stream()))
        .isEqualTo(
            "read 1,000 records (250/s), refused 10, lag 10,"
                + " watermark 2024-03-01T11:59:57Z (3 s behind)");
    assertThat(LiveLine.shortly(Statuses.stream()))
        .isEqualTo("1,000 read (250/s), 10 refused, lag 10, 3 s behind");
    assertThat(LiveLine.of(Statuses.batch())).isEqualTo("read 1,000 records (250/s), refused 10");
  }

  @Test
  void isLoggedEveryFiveSecondsHoweverOftenItIsSeen() {
    StringWriter log = new StringWriter();
    ProgressLog progress = ProgressLog.words(new PrintWriter(log));

    progress.see(Statuses.batch());
    progress.see(Statuses.batch());

    assertThat(log).hasToString("read 1,000 records (250/s), refused 10" + System.lineSeparator());
  }

  @Test
  void tellsSpansByTheirLargestUnit() {
    assertThat(LiveLine.span(Duration.ofSeconds(119))).isEqualTo("119 s");
    assertThat(LiveLine.span(Duration.ofMinutes(119))).isEqualTo("119 min");
    assertThat(LiveLine.span(Duration.ofHours(47))).isEqualTo("47 h");
    assertThat(LiveLine.span(Duration.ofDays(970))).isEqualTo("970 d");
  }

  @Test
  void countsHowFastItGrewInTheLastTenSecondsAlone() {
    Rate rate = new Rate();
    long second = Duration.ofSeconds(1).toNanos();

    assertThat(rate.perSecond(0, 5000)).isZero();
    assertThat(rate.perSecond(2 * second, 5500)).isEqualTo(250);
    for (int i = 3; i < 30; i++) {
      assertThat(rate.perSecond(i * second, 5500)).isLessThanOrEqualTo(250);
    }
    assertThat(rate.perSecond(30 * second, 5500)).isZero();
  }
}
