package io.cloudpulse.pipelines.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostmasterPidTest {
  private static final List<String> AS_WRITTEN =
      List.of("7987", "/data", "1795157146", "25555", "", "127.0.0.1", "  9980086  10", "ready   ");

  @TempDir Path folder;

  @Test
  void readsPidPortAndStatus() throws IOException {
    Path file = Files.write(folder.resolve("postmaster.pid"), AS_WRITTEN);

    assertThat(PostmasterPid.read(file)).contains(new PostmasterPid(7987, 25555, "ready"));
    assertThat(PostmasterPid.read(file).orElseThrow().isReady()).isTrue();
  }

  @Test
  void isNothingWhileTheServerStillWritesIt() {
    assertThat(PostmasterPid.parse(AS_WRITTEN.subList(0, 7))).isEmpty();
  }

  @Test
  void isNothingWhenNoServerRan() throws IOException {
    assertThat(PostmasterPid.read(folder.resolve("postmaster.pid"))).isEmpty();
  }
}
