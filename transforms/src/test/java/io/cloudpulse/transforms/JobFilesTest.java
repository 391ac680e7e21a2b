package io.cloudpulse.transforms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.beam.sdk.io.FileSystem;
import org.apache.beam.sdk.io.FileSystemRegistrar;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Beam's file systems are one set for the process: the tests leave them as a job has them. */
class JobFilesTest {
  private final PipelineOptions job = PipelineOptionsFactory.create();
  private final PipelineOptions nobodys = PipelineOptionsFactory.create();

  @BeforeEach
  void setUp() {
    JobFiles.setUp(job);
  }

  @AfterEach
  void putBack() {
    Amidst.setUp = null;
    JobFiles.setUp(job);
  }

  @Test
  void setsThemUpAsTheJobsFlagsSay() {
    assertThat(JobMark.isSetFor(job)).isTrue();
    assertThat(JobMark.isSetFor(nobodys)).isFalse();
    assertThat(FileSystems.matchNewResource("gs://bucket/file", false).getFilename())
        .isEqualTo("file");
  }

  @Test
  void putsThemBackAfterSomebodyElse() {
    FileSystems.setDefaultPipelineOptions(nobodys);
    assertThat(JobMark.isSetFor(job)).isFalse();

    JobFiles.ready();

    assertThat(JobMark.isSetFor(job)).isTrue();
  }

  /** The job sets them up after another has begun to, and before it has ended. */
  @Test
  void putsThemBackWhereBeamTakesThemForTheJobs() {
    Amidst.setUp =
        () -> {
          Amidst.setUp = null;
          FileSystems.setDefaultPipelineOptions(job);
        };
    FileSystems.setDefaultPipelineOptions(nobodys);
    FileSystems.setDefaultPipelineOptions(job);
    assertThat(JobMark.isSetFor(job)).as("Beam mends it by itself now").isFalse();

    JobFiles.ready();

    assertThat(JobMark.isSetFor(job)).isTrue();
  }

  @Test
  void goesOverToAnotherJob() {
    JobFiles.setUp(nobodys);
    assertThat(JobMark.isSetFor(nobodys)).isTrue();

    FileSystems.setDefaultPipelineOptions(job);
    JobFiles.ready();

    assertThat(JobMark.isSetFor(nobodys)).isTrue();
  }

  /** Lets a test do something while Beam makes file systems. */
  public static final class Amidst implements FileSystemRegistrar {
    private static Runnable setUp;

    @Override
    public Iterable<FileSystem<?>> fromOptions(PipelineOptions options) {
      if (setUp != null) {
        setUp.run();
      }
      return List.of();
    }
  }
}
