package io.cloudpulse.serving.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cloudpulse.serving.http.Problem;
import io.github.bucket4j.TimeMeter;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimitTest {
  private final AtomicLong nanos = new AtomicLong();
  private final RateLimit limit = new RateLimit(10, new Clock());

  private final class Clock implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      return nanos.get();
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }

  private int untilRefused(String client) {
    for (int i = 0; ; i++) {
      if (catchThrowableOfType(Problem.class, () -> limit.count(client)) != null) {
        return i;
      }
    }
  }

  @Test
  void letsEachClientAskSoOftenInASecond() {
    assertThat(untilRefused("ann")).as("after a rest, twice as many").isEqualTo(20);
    assertThat(untilRefused("ann")).isZero();
    assertThat(untilRefused("ben")).as("another client").isEqualTo(20);

    nanos.addAndGet(1_000_000_000);
    assertThat(untilRefused("ann")).isEqualTo(10);
    nanos.addAndGet(100_000_000);
    assertThat(untilRefused("ann")).isEqualTo(1);
  }

  @Test
  void saysWhenToComeAgain() {
    int unused = untilRefused("ann");
    Problem problem = catchThrowableOfType(Problem.class, () -> limit.count("ann"));

    assertThat(problem.status()).isEqualTo(429);
    assertThat(problem).hasMessage("A client may make 10 requests a second. Try again in 1 s.");
    assertThat(problem.header("Retry-After")).contains("1");
  }
}
