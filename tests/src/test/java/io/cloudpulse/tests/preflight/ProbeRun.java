package io.cloudpulse.tests.preflight;

import io.cloudpulse.pipelines.flags.RunnerProfile;
import io.cloudpulse.pipelines.preflight.Mode;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;

/** Runs a probe on a runner, with the runner's own profile, and says what came of it. */
final class ProbeRun {
  static final String WORKS = "WORKS";

  /** On a busy machine; what works is heard long before. */
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** What is said not to work is not waited for that long. */
  private static final Duration DOUBT = Duration.ofSeconds(10);

  private ProbeRun() {}

  /** {@code WORKS}, {@code FAILS: why} or {@code WRONG: what was heard}. */
  static String of(Probe probe, String runner, Mode mode) {
    return of(probe, runner, mode, PATIENCE);
  }

  /** The same of a probe that is said not to work. */
  static String ofDoubted(Probe probe, String runner, Mode mode) {
    return of(probe, runner, mode, DOUBT);
  }

  private static String of(Probe probe, String runner, Mode mode, Duration patience) {
    SteppedReader.bePatientFor(patience);
    String run = UUID.randomUUID().toString();
    ExecutorService thread = Executors.newSingleThreadExecutor(ProbeRun::daemon);
    try {
      Future<?> ran = thread.submit(() -> run(probe, runner, mode, run));
      ran.get(2 * patience.toSeconds(), TimeUnit.SECONDS);
      return judge(probe.expected().get(mode), Heard.of(run), "");
    } catch (TimeoutException late) {
      return judge(probe.expected().get(mode), Heard.of(run), ", and it did not end");
    } catch (ExecutionException failed) {
      return "FAILS: " + root(failed);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    } finally {
      thread.shutdownNow();
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "probe");
    thread.setDaemon(true);
    return thread;
  }

  private static void run(Probe probe, String runner, Mode mode, String run) {
    Pipeline pipeline = Pipeline.create(options(runner, mode));
    probe.addTo(pipeline, mode, run);
    pipeline.run().waitUntilFinish();
  }

  private static PipelineOptions options(String runner, Mode mode) {
    RunnerProfile profile =
        mode == Mode.STREAMING
            ? RunnerProfile.streaming(runner).withWindows()
            : RunnerProfile.named(runner);
    return PipelineOptionsFactory.fromArgs(profile.forBeam(profile.with(once(runner, mode))))
        .create();
  }

  /** A stream that fails is not tried again: it would go on beside the tests that follow. */
  private static List<String> once(String runner, Mode mode) {
    return runner.equals("flink") && mode == Mode.STREAMING
        ? List.of("--numberOfExecutionRetries=0")
        : List.of();
  }

  private static String judge(Expected expected, Set<String> heard, String more) {
    return expected.isMet(heard)
        ? WORKS
        : "WRONG: expected " + expected + ", heard " + heard + more;
  }

  private static String root(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    return cause.toString();
  }
}
