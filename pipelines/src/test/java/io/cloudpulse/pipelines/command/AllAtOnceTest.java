package io.cloudpulse.pipelines.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudpulse.pipelines.flags.StoppedException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class AllAtOnceTest {
  private final List<String> done = new ArrayList<>();

  @Test
  void tellsEachAsSoonAsItIsThere() {
    CountDownLatch quickIsTold = new CountDownLatch(1);

    AllAtOnce.work(
        List.of("slow", "quick"),
        one -> {
          if (one.equals("slow")) {
            await(quickIsTold);
          }
          return one;
        },
        one -> {
          done.add(one);
          quickIsTold.countDown();
        });

    assertThat(done).containsExactly("quick", "slow");
  }

  @Test
  void doesTheOthersThoughOneFailsAndThrowsWhatThatThrew() {
    RuntimeException broken = new IllegalStateException("kafka is broken");

    assertThatThrownBy(
            () -> AllAtOnce.work(List.of("kafka", "postgres"), one -> fail(one, broken), done::add))
        .isSameAs(broken)
        .hasMessage("kafka is broken");
    assertThat(done).containsExactly("postgres");
  }

  @Test
  void tellsAllThatFailed() {
    assertThatThrownBy(
            () ->
                AllAtOnce.work(
                    List.of("kafka", "elastic"),
                    one -> {
                      throw new IllegalStateException(one + " is broken");
                    },
                    unused -> {}))
        .isInstanceOf(StoppedException.class)
        .hasMessageContaining("kafka is broken")
        .hasMessageContaining("elastic is broken");
  }

  private static String fail(String one, RuntimeException failure) {
    if (one.equals("kafka")) {
      throw failure;
    }
    return one;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
