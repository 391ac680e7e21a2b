package io.cloudpulse.transforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretsTest {
  @ParameterizedTest
  @CsvSource({
    "secret://env/PGPASSWORD, true",
    "secret://file/run/secrets/pg, true",
    "secret://gcp/projects/p/secrets/s, true",
    "secret://gcp/projects/p/secrets/s/versions/3, true",
    "secret://gcp/projects/p/locations/europe-west1/secrets/s, true",
    "secret://gcp/s, false",
    "secret://gcp/projects/p/secrets/s/../../t, false",
    "open-sesame, false",
  })
  void tellsNamesFromSecrets(String text, boolean name) {
    assertThat(Secrets.isName(text)).isEqualTo(name);
  }

  @Test
  void readsAFileWithoutItsLastLineBreak(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("pg"), "open sesame\n");

    assertThat(Secrets.resolve("secret://file" + file)).isEqualTo("open sesame");
  }

  @Test
  void saysWhichVariableIsMissing() {
    assertThatThrownBy(() -> Secrets.resolve("secret://env/PULSE_NOT_SET"))
        .hasMessage(
            "secret://env/PULSE_NOT_SET is not there: set the environment variable PULSE_NOT_SET"
                + " on every worker");
  }
}
