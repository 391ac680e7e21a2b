package io.cloudpulse.pipelines;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ApplicationMainTest {
  @Test
  void returnsWhenTheCommandIsDone() {
    assertThatCode(() -> ApplicationMain.main(new String[] {"--version"}))
        .doesNotThrowAnyException();
  }

  @Test
  void failsWithTheCommand() {
    assertThatThrownBy(() -> ApplicationMain.main(new String[] {"run", "--runner=spork"}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("pulse ended with exit code 2; its log says why");
  }
}
