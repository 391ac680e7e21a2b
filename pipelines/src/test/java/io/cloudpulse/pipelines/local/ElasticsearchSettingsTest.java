package io.cloudpulse.pipelines.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ElasticsearchSettingsTest {
  private static final ServiceHome HOME = ServiceHome.in(Path.of("/home/me/.pulse"), "elastic");

  @Test
  void listenOnLoopbackAlone() {
    assertThat(ElasticsearchSettings.with(Map.of()).fileFor(9200, HOME))
        .contains(
            "\nnetwork.host: \"127.0.0.1\"\n",
            "\nhttp.port: \"9200\"\n",
            "\npath.data: \"/home/me/.pulse/elastic/data\"\n",
            "\nxpack.security.enabled: \"false\"\n");
  }

  @Test
  void areTheCallersBeforeOursButNeverTheAddress() {
    Map<String, String> wanted =
        Map.of("action.auto_create_index", "a \"word\"", "network.host", "0.0.0.0");

    assertThat(ElasticsearchSettings.with(wanted).fileFor(9200, HOME))
        .contains("\naction.auto_create_index: \"a \\\"word\\\"\"\n")
        .doesNotContain("0.0.0.0");
  }

  @Test
  void refuseWhatIsNoName() {
    assertThatThrownBy(() -> ElasticsearchSettings.with(Map.of("a: b", "1")))
        .hasMessageContaining("must be a name such as action.auto_create_index");
  }
}
