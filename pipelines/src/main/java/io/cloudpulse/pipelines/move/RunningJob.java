package io.cloudpulse.pipelines.move;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;

/** A job that a runner is given: this process waits for its end, and may be asked to end first. */
final class RunningJob {
  /** Enough to hand a job over; less than what service managers leave a process to end. */
  private static final long HANDOVER_SECONDS = 10;

  private final Optional<FlinkJobs> cluster;
  private final String name;
  private final CompletableFuture<PipelineResult> started = new CompletableFuture<>();

  /**
   * A job that is yet to be started.
   *
   * @param cluster where it runs; empty if it ends with this process
   */
  RunningJob(Optional<FlinkJobs> cluster, String name) {
    this.cluster = cluster;
    this.name = name;
  }

  /** Hands a pipeline to its runner and waits until that is done with it. */
  @SuppressWarnings("try") // The hook is held, not used.
  void runToEnd(Pipeline pipeline) {
    if (cluster.isEmpty()) {
      check(pipeline.run().waitUntilFinish());
      return;
    }
    try (StopHook hook = StopHook.before(this::cancel)) {
      check(start(pipeline).waitUntilFinish());
    }
  }

  private PipelineResult start(Pipeline pipeline) {
    try {
      PipelineResult result = pipeline.run();
      boolean unused = started.complete(result);
      return result;
    } catch (RuntimeException refused) {
      boolean unused = started.completeExceptionally(refused);
      throw refused;
    }
  }

  /** Else it would go on, with nobody to count it. One that cannot be reached does. */
  private void cancel() {
    try {
      PipelineResult result = started.copy().orTimeout(HANDOVER_SECONDS, TimeUnit.SECONDS).join();
      if (!result.getState().isTerminal()) {
        PipelineResult.State unused = result.cancel();
      }
    } catch (CompletionException neverStarted) {
      // There is nothing to end.
    } catch (IOException | RuntimeException unreachable) {
      // Whoever starts it again is told that it runs.
    }
  }

  /** A runner that knows how it ended says so; one that does not leaves it to the balance. */
  private void check(PipelineResult.State state) {
    if (state != null && state.isTerminal() && state != PipelineResult.State.DONE) {
      String why = "the runner ended the job as " + state;
      throw new IllegalStateException(
          cluster
              .filter(unused -> state == PipelineResult.State.FAILED)
              .map(jobs -> why + ": " + jobs.cause(name))
              .orElse(why));
    }
  }
}
