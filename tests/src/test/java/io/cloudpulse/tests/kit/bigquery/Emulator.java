package io.cloudpulse.tests.kit.bigquery;

import io.cloudpulse.tests.kit.Folders;
import io.cloudpulse.tests.kit.Loopback;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** The program {@code bigquery-emulator} on ports of its own; see {@code tests/emulators}. */
final class Emulator implements AutoCloseable {
  static final String PROJECT = "test";

  private static final String NAME = "bigquery-emulator";
  private static final Duration LONGEST_START = Duration.ofMinutes(1);

  private final Process process;
  private final Path home;
  private final int rest;
  private final int grpc;

  private Emulator(Process process, Path home, int rest, int grpc) {
    this.process = process;
    this.home = home;
    this.rest = rest;
    this.grpc = grpc;
  }

  /** Where it is, if this machine has it. */
  static Optional<Path> program() {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, NAME))
        .filter(Files::isExecutable)
        .findFirst();
  }

  static Emulator start(Path program) throws IOException {
    return start(program, Loopback.freePort(), Loopback.freePort());
  }

  /** Ends it, and starts another that knows nothing in its place. */
  Emulator replaced(Path program) throws IOException {
    close();
    return start(program, rest, grpc);
  }

  private static Emulator start(Path program, int rest, int grpc) throws IOException {
    Path home = Files.createTempDirectory("pulse-bigquery");
    ProcessBuilder builder =
        new ProcessBuilder(
                List.of(
                    program.toString(),
                    "--host=127.0.0.1",
                    "--project=" + PROJECT,
                    "--port=" + rest,
                    "--grpc-port=" + grpc,
                    "--log-level=error"))
            .directory(home.toFile())
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("log").toFile());
    builder.environment().put("GOMEMLIMIT", "2GiB");
    builder.environment().put("TMPDIR", home.toString());
    Emulator started = new Emulator(builder.start(), home, rest, grpc);
    // Its JVM may be killed before it can close it.
    Runtime.getRuntime().addShutdownHook(new Thread(started.process::destroyForcibly));
    started.await();
    return started;
  }

  private void await() {
    Awaitility.await(NAME)
        .atMost(LONGEST_START)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> isOpen(rest) && isOpen(grpc));
  }

  private boolean isOpen(int port) throws IOException {
    if (!process.isAlive()) {
      throw new IllegalStateException(
          NAME + " did not start: " + Files.readString(home.resolve("log")));
    }
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  String rest() {
    return "http://127.0.0.1:" + rest;
  }

  String grpc() {
    return "http://127.0.0.1:" + grpc;
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    Folders.delete(home);
  }
}
