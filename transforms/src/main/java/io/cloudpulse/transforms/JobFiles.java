package io.cloudpulse.transforms;

import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Hidden;
import org.apache.beam.sdk.options.PipelineOptions;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Keeps Beam's file systems to a job's flags (a bucket's region, another endpoint). They are one
 * set for the whole process, set up by whoever did it last; and Beam's Flink runner does so with
 * flags of nobody's whenever a task starts ({@code FlinkSource.boundedImpulse}). So whoever is
 * about to use them looks whose they are, and puts the job's back.
 */
public final class JobFiles {
  private static final int MOST_TURNS = 100;

  private static volatile @Nullable PipelineOptions job;

  private JobFiles() {}

  /** From now on they are as these flags say: said by the launcher, and by each worker's steps. */
  public static synchronized void setUp(PipelineOptions options) {
    PipelineOptions before = job;
    if (before == null || !JobMark.of(before).equals(JobMark.of(options))) {
      job = options;
    }
    FileSystems.setDefaultPipelineOptions(options);
    ready();
  }

  /**
   * Makes them ready, right before they are used.
   *
   * @throws IllegalStateException if others set them up again each time
   */
  public static void ready() {
    PipelineOptions ours = job;
    for (int turns = 0; ours != null && !JobMark.isSetFor(ours); turns++) {
      if (turns == MOST_TURNS) {
        throw new IllegalStateException("Beam does not keep its file systems to the job's flags");
      }
      putBack(ours);
    }
  }

  /**
   * Of two that set them up at a time Beam may keep the one's revision and the other's file
   * systems, and then sees no reason to change that: it takes flags that have changed.
   */
  private static synchronized void putBack(PipelineOptions options) {
    Turns changed = options.as(Turns.class);
    changed.setFilesTurn(changed.getFilesTurn() + 1);
    FileSystems.setDefaultPipelineOptions(options);
  }

  /** How often a job's file systems were put back; nobody gives it. */
  public interface Turns extends PipelineOptions {
    @Hidden
    @Default.Integer(0)
    int getFilesTurn();

    void setFilesTurn(int turn);
  }
}
