package io.cloudpulse.pipelines.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OriginalBytesTest {
  @Test
  void showsTextAsText() {
    assertThat(OriginalBytes.shown("1,Ärger,\"a\nb\"".getBytes(UTF_8)))
        .isEqualTo("1,Ärger,\"a\nb\"");
  }

  @Test
  void dumpsWhatIsNoText() {
    assertThat(OriginalBytes.shown(new byte[] {'a', (byte) 0xFF, 'b'}))
        .isEqualTo("00000000  61 ff 62                                         a.b");
  }

  @Test
  void dumpsWhatATerminalWouldObey() {
    assertThat(OriginalBytes.shown("\u001b[2J".getBytes(UTF_8)))
        .isEqualTo("00000000  1b 5b 32 4a                                      .[2J");
  }
}
