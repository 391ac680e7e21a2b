package io.cloudpulse.pipelines.flags;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterFlagTest {
  @ParameterizedTest
  @CsvSource({
    "--flinkMaster=flink:8081, flink:8081",
    "--sparkMaster=spark://spark:7077, spark://spark:7077",
    "--sparkMaster=k8s://https://cluster, k8s://https://cluster"
  })
  void tellsWhereTheClusterIs(String flag, String address) {
    assertThat(ClusterFlag.cluster(List.of("--parallelism=2", flag))).contains(address);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--flinkMaster=[local]", "--sparkMaster=local[2]", "--parallelism=2"})
  void knowsThisProcess(String flag) {
    assertThat(ClusterFlag.cluster(List.of(flag))).isEmpty();
  }

  @Test
  void takesTheLastWord() {
    assertThat(ClusterFlag.cluster(List.of("--sparkMaster=local[2]", "--sparkMaster=spark://a:1")))
        .contains("spark://a:1");
  }
}
