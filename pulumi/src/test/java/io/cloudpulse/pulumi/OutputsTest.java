package io.cloudpulse.pulumi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * What {@code pulumi stack output --json} would print. {@code pulse run --stack-outputs} is tested
 * with this very file, so that each flag it must have has its output.
 */
class OutputsTest {
  private static final Path GOLDEN = Path.of("src/test/resources/stack-outputs.json");
  private static final ObjectWriter PRETTY = Json.MAPPER.writerWithDefaultPrettyPrinter();

  @Test
  void areWhatTheGoldenFileSays() throws IOException {
    String told = PRETTY.writeValueAsString(Stacks.named("prod").told()) + "\n";
    if (Boolean.getBoolean("update.goldens")) {
      Files.createDirectories(GOLDEN.getParent());
      Files.writeString(GOLDEN, told);
    }

    assertThat(GOLDEN).as("golden file; write it with -Dupdate.goldens=true").exists();
    assertThat(told).isEqualTo(Files.readString(GOLDEN));
  }
}
