package io.cloudpulse.tests.kit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Google's emulator of Pub/Sub, one for all tests of a JVM. A test that takes {@link Subscriptions}
 * makes topics and subscriptions of names of its own. Where the emulator is not installed, its
 * tests are skipped, and say so.
 */
public final class PubsubServer implements BeforeAllCallback, ParameterResolver {
  /** Why its tests are skipped. */
  public static final String MISSING =
      "Pub/Sub's emulator is not installed: apt-get install google-cloud-cli-pubsub-emulator, or"
          + " set PULSE_PUBSUB_EMULATOR to its jar";

  private static final Path LIB = Path.of("platform", "pubsub-emulator", "lib");
  private static final Path USUAL = Path.of("/usr/lib/google-cloud-sdk");

  @Override
  public void beforeAll(ExtensionContext context) {
    Assumptions.assumeTrue(jar().isPresent(), MISSING);
  }

  /** Where it is installed. */
  public static Optional<Path> jar() {
    String named = System.getenv("PULSE_PUBSUB_EMULATOR");
    return named != null
        ? Optional.of(Path.of(named)).filter(Files::isReadable)
        : in(USUAL).or(() -> sdk().flatMap(PubsubServer::in));
  }

  private static Optional<Path> in(Path sdk) {
    if (!Files.isDirectory(sdk.resolve(LIB))) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(sdk.resolve(LIB))) {
      return files
          .filter(file -> file.getFileName().toString().matches("cloud-pubsub-emulator.*\\.jar"))
          .sorted()
          .findFirst();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Where gcloud says it is; empty if there is no gcloud. */
  private static Optional<Path> sdk() {
    try {
      Process asked =
          new ProcessBuilder("gcloud", "info", "--format=value(installation.sdk_root)")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String told = new String(asked.getInputStream().readAllBytes(), UTF_8).strip();
      return Optional.of(told).filter(text -> !text.isEmpty()).map(Path::of);
    } catch (IOException noGcloud) {
      return Optional.empty();
    }
  }

  /** {@code host:port} of the emulator, started now if this is the first test that wants it. */
  static String host() {
    return Shared.of(Started.class, Started::now).host();
  }

  /** It, started now if this is the first test that wants it; empty if it is not installed. */
  public static Optional<Subscriptions> running() {
    return jar().map(unused -> new Subscriptions(host()));
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Subscriptions.class;
  }

  @Override
  public Subscriptions resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return new Subscriptions(host());
  }

  private record Started(Process process, String host) implements AutoCloseable {
    static Started now() {
      try {
        int port = Loopback.freePort();
        List<String> command = Java.command();
        command.addAll(List.of("-Xmx256m", "-jar", jar().orElseThrow().toString()));
        command.addAll(List.of("--host=127.0.0.1", "--port=" + port));
        Process process =
            new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Awaitility.await("Pub/Sub's emulator")
            .atMost(Duration.ofMinutes(1))
            .ignoreExceptions()
            .until(() -> answers(port));
        return new Started(process, "127.0.0.1:" + port);
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }

    private static boolean answers(int port) throws IOException {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        return socket.isConnected();
      }
    }

    @Override
    public void close() {
      Process unused = process.destroyForcibly().onExit().join();
    }
  }
}
