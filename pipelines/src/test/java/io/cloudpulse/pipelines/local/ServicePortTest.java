package io.cloudpulse.pipelines.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServicePortTest {
  @TempDir Path home;

  @Test
  void isTheLastOneAgain() throws IOException {
    int last = LocalPort.firstFree(List.of());
    Path file = Files.writeString(home.resolve("port"), last + "\n");

    assertThat(ServicePort.of("PostgreSQL", 5432).choose(file)).isEqualTo(last);
  }

  @Test
  void isAnotherWhenTheLastOneIsTaken() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Path file = Files.writeString(home.resolve("port"), taken.getLocalPort() + "\n");

      assertThat(ServicePort.of("PostgreSQL", 5432).choose(file))
          .isNotEqualTo(taken.getLocalPort());
    }
  }

  @Test
  void isRefusedWhenItIsDemandedAndTaken() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      ServicePort port = ServicePort.of("PostgreSQL", 5432).demanding(taken.getLocalPort());

      assertThatThrownBy(() -> port.choose(home.resolve("port")))
          .hasMessageContaining("Port " + taken.getLocalPort() + " is taken");
    }
  }
}
