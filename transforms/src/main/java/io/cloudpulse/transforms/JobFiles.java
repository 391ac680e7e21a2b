package io.cloudpulse.transforms;

import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptions;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Keeps Beam's file systems to a job's flags (a bucket's region, another endpoint). They are one
 * set for the whole process, set up by whoever did it last; and Beam's Flink runner does so with
 * flags of nobody's whenever a task starts ({@code FlinkSource.boundedImpulse}). So whoever is
 * about to use them sets them up again, which costs nothing where nobody else did.
 */
@SuppressWarnings("rawtypes") // as Beam itself keeps them
public final class JobFiles {
  private static volatile @Nullable PipelineOptions flags;

  private JobFiles() {}

  /** From now on they are as these flags say: said by the launcher, and by each worker's steps. */
  public static void setUp(PipelineOptions options) {
    flags = options;
    ready();
  }

  /** Makes them ready, right before they are used. */
  public static void ready() {
    PipelineOptions told = flags;
    if (told != null) {
      FileSystems.setDefaultPipelineOptions(told);
    }
  }
}
