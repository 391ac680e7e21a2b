package io.cloudpulse.pipelines.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PostgresSettingsTest {
  @Test
  void listensOnLoopbackOnlyWhateverTheCallerWants() {
    String file = PostgresSettings.with(Map.of("listen_addresses", "*")).fileFor(5432);

    assertThat(file.lines())
        .contains("listen_addresses = '127.0.0.1'", "port = '5432'", "timezone = 'UTC'")
        .doesNotContain("listen_addresses = '*'");
  }

  @Test
  void takesTheCallersValueOverItsOwn() {
    String file = PostgresSettings.with(Map.of("shared_buffers", "1GB")).fileFor(5432);

    assertThat(file.lines()).contains("shared_buffers = '1GB'", "max_connections = '60'");
  }

  @Test
  void quotesAValue() {
    String file = PostgresSettings.with(Map.of("search_path", "o'neil, a\\b")).fileFor(5432);

    assertThat(file.lines()).contains("search_path = 'o''neil, a\\\\b'");
  }

  @Test
  void refusesANameThatIsNone() {
    Map<String, String> wrong = Map.of("port = 1\nfsync", "off");

    assertThatThrownBy(() -> PostgresSettings.with(wrong))
        .hasMessageContaining("must be a name such as shared_buffers");
  }
}
