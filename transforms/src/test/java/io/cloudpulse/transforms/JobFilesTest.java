package io.cloudpulse.transforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.beam.sdk.io.FileSystem;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Beam's file systems are one set for the process: the tests leave them as a job has them. */
@SuppressWarnings("rawtypes") // as Beam itself keeps them
class JobFilesTest {
  private final PipelineOptions job = PipelineOptionsFactory.create();

  @AfterEach
  void putBack() {
    JobFiles.setUp(job);
  }

  @Test
  void putsTheJobsFileSystemsBack() {
    JobFiles.setUp(job);
    BeamFileSystems.keep(Map.of());
    assertThatThrownBy(() -> FileSystems.matchNewResource("gs://bucket/file", false))
        .as("somebody else took them away")
        .hasMessageContaining("gs");

    JobFiles.ready();

    assertThat(FileSystems.matchNewResource("gs://bucket/file", false).getFilename())
        .isEqualTo("file");
  }

  @Test
  void knowsTheSchemesThatBeamKnows() {
    Map<String, FileSystem> made = BeamFileSystems.of(job);

    assertThat(made).containsKeys("file", "gs");
  }
}
