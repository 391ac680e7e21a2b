package io.cloudpulse.pipelines.command;

import io.cloudpulse.pipelines.flags.ExitCode;
import io.cloudpulse.pipelines.flags.StoppedException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;

/** The same work for several, all at a time: waiting is most of it. */
final class AllAtOnce {
  private AllAtOnce() {}

  /**
   * Hands on each result as soon as it is there. Where some fail, the others are done all the same.
   *
   * @throws RuntimeException what a single one threw, or a {@link StoppedException} with what all
   *     say
   */
  static <T, R> void work(List<T> all, Function<T, R> work, Consumer<R> each) {
    ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, all.size()));
    try {
      ExecutorCompletionService<R> started = new ExecutorCompletionService<>(pool);
      for (T one : all) {
        var unused = started.submit(() -> work.apply(one));
      }
      tell(failuresOf(started, all.size(), each));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw StoppedException.because(ExitCode.FAILED, "Interrupted", interrupted);
    } finally {
      pool.shutdown();
    }
  }

  private static <R> List<Throwable> failuresOf(
      ExecutorCompletionService<R> started, int count, Consumer<R> each)
      throws InterruptedException {
    List<Throwable> failures = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      try {
        each.accept(started.take().get());
      } catch (ExecutionException failure) {
        failures.add(failure.getCause());
      }
    }
    return failures;
  }

  private static void tell(List<Throwable> failures) {
    List<String> all = failures.stream().map(Failures::message).distinct().toList();
    if (all.size() == 1 && failures.get(0) instanceof RuntimeException only) {
      throw only;
    }
    if (!all.isEmpty()) {
      throw StoppedException.because(ExitCode.FAILED, String.join("\n", all), failures.get(0));
    }
  }
}
