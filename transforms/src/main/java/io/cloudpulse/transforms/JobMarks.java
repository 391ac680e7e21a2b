package io.cloudpulse.transforms;

import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.Collection;
import java.util.List;
import org.apache.beam.sdk.io.FileSystem;
import org.apache.beam.sdk.io.FileSystemRegistrar;
import org.apache.beam.sdk.io.fs.CreateOptions;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.MoveOptions;
import org.apache.beam.sdk.options.PipelineOptions;

/** A file system without files: it tells whose flags the file systems beside it were made of. */
final class JobMarks extends FileSystem<JobMark> {
  private final JobMark mark;

  private JobMarks(JobMark mark) {
    this.mark = mark;
  }

  @Override
  protected JobMark matchNewResource(String name, boolean isDirectory) {
    return mark;
  }

  @Override
  protected String getScheme() {
    return JobMark.SCHEME;
  }

  @Override
  protected List<MatchResult> match(List<String> names) {
    throw noFiles();
  }

  @Override
  protected WritableByteChannel create(JobMark name, CreateOptions options) {
    throw noFiles();
  }

  @Override
  protected ReadableByteChannel open(JobMark name) {
    throw noFiles();
  }

  @Override
  protected void copy(List<JobMark> from, List<JobMark> to) {
    throw noFiles();
  }

  @Override
  protected void rename(List<JobMark> from, List<JobMark> to, MoveOptions... options) {
    throw noFiles();
  }

  @Override
  protected void delete(Collection<JobMark> names) {
    throw noFiles();
  }

  private static UnsupportedOperationException noFiles() {
    return new UnsupportedOperationException(JobMark.SCHEME + ": holds no files");
  }

  /** Beam finds it by its name in {@code META-INF/services}. */
  public static final class Registrar implements FileSystemRegistrar {
    @Override
    public Iterable<FileSystem<?>> fromOptions(PipelineOptions options) {
      return List.of(new JobMarks(JobMark.of(options)));
    }
  }
}
