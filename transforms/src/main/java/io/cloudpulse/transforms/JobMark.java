package io.cloudpulse.transforms;

import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.ResolveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.apache.beam.sdk.options.PipelineOptions;

/**
 * Whose flags Beam's file systems were set up with. One of them is ours ({@link JobMarks}), is set
 * up together with the others, and knows nothing but this.
 *
 * @param job its name, and Beam's number of its flags
 */
record JobMark(String job) implements ResourceId {
  static final String SCHEME = "pulse-job";
  private static final long serialVersionUID = 1;

  static JobMark of(PipelineOptions options) {
    return new JobMark(options.getJobName() + "-" + options.getOptionsId());
  }

  /** Whether the file systems of this process are as these flags say. */
  static boolean isSetFor(PipelineOptions options) {
    try {
      return FileSystems.matchNewResource(SCHEME + ":/", false).equals(of(options));
    } catch (IllegalArgumentException none) { // Somebody set them up who does not know ours.
      return false;
    }
  }

  @Override
  public ResourceId resolve(String other, ResolveOptions options) {
    return this;
  }

  @Override
  public ResourceId getCurrentDirectory() {
    return this;
  }

  @Override
  public String getScheme() {
    return SCHEME;
  }

  @Override
  public String getFilename() {
    return job;
  }

  @Override
  public boolean isDirectory() {
    return false;
  }
}
