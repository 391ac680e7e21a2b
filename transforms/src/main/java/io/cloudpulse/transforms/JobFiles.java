package io.cloudpulse.transforms;

import java.util.Map;
import org.apache.beam.sdk.io.FileSystem;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptions;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Keeps Beam's file systems to a job's flags (a bucket's region, another endpoint). They are one
 * set for the whole process, set up by whoever did it last; and Beam's Flink runner does so with
 * flags of nobody's whenever a task starts ({@code FlinkSource.boundedImpulse}). So whoever is
 * about to use them puts the job's back.
 */
@SuppressWarnings("rawtypes") // as Beam itself keeps them
public final class JobFiles {
  private static long job;
  private static volatile @Nullable Map<String, FileSystem> fileSystems;

  private JobFiles() {}

  /** From now on they are as these flags say: said by the launcher, and by each worker's steps. */
  public static synchronized void setUp(PipelineOptions options) {
    FileSystems.setDefaultPipelineOptions(options);
    if (fileSystems == null || job != options.getOptionsId()) {
      fileSystems = BeamFileSystems.of(options);
      job = options.getOptionsId();
    }
    ready();
  }

  /** Makes them ready, right before they are used. */
  public static void ready() {
    Map<String, FileSystem> ours = fileSystems;
    if (ours != null) {
      BeamFileSystems.keep(ours);
    }
  }
}
