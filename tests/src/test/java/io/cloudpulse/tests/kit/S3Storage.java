package io.cloudpulse.tests.kit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * A server of one test that speaks S3 and keeps its buckets in folders of this machine: versitygw,
 * which {@code .ci/run} builds. It must be on the {@code PATH}. It wants to know who asks: the
 * client is told that as the machine would tell it, and not in a flag.
 */
public final class S3Storage implements Bucket {
  private static final String PROGRAM = "versitygw";
  private static final String REGION = "eu-west-1";
  private static final String NAME = "raw";
  private static final String SECRET = "of-this-test";
  private static final Map<String, String> CREDENTIALS =
      Map.of("aws.accessKeyId", "test", "aws.secretAccessKey", SECRET);

  private final Process server;
  private final Path home;
  private final int port;

  private S3Storage(Process server, Path home, int port) {
    this.server = server;
    this.home = home;
    this.port = port;
    CREDENTIALS.forEach(System::setProperty);
  }

  /** Starts one with an empty bucket; where the program is missing, the test is skipped. */
  public static S3Storage start() throws IOException {
    Optional<Path> program = program();
    assumeTrue(program.isPresent(), PROGRAM + " is not on the PATH: see tests/emulators/s3");
    Path home = Files.createTempDirectory("pulse-s3");
    Files.createDirectories(home.resolve("buckets").resolve(NAME));
    Files.createDirectory(home.resolve("facts"));
    int port = Loopback.freePort();
    S3Storage storage = new S3Storage(run(program.get(), home, port), home, port);
    Awaitility.await(PROGRAM).atMost(Duration.ofSeconds(30)).until(storage::isOpen);
    return storage;
  }

  private static Process run(Path program, Path home, int port) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                program.toString(),
                "--port=127.0.0.1:" + port,
                "--region=" + REGION,
                "posix",
                "--sidecar=" + home.resolve("facts"),
                home.resolve("buckets").toString())
            .directory(home.toFile())
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("log").toFile());
    builder.environment().put("ROOT_ACCESS_KEY", CREDENTIALS.get("aws.accessKeyId"));
    builder.environment().put("ROOT_SECRET_KEY", SECRET);
    return builder.start();
  }

  private boolean isOpen() throws IOException {
    if (!server.isAlive()) {
      throw new IllegalStateException("it ended: " + Files.readString(home.resolve("log")));
    }
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  private static Optional<Path> program() {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, PROGRAM))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private Path bucket() {
    return home.resolve("buckets").resolve(NAME);
  }

  @Override
  public String path(String name) {
    return "s3://" + NAME + "/" + name;
  }

  @Override
  public List<String> flags() {
    return List.of("--awsRegion=" + REGION, "--endpoint=http://127.0.0.1:" + port);
  }

  @Override
  public void put(String name, Path file) throws IOException {
    Path target = bucket().resolve(name);
    Files.createDirectories(target.getParent());
    Path unused = Files.copy(file, target);
  }

  @Override
  public List<String> names(String begin) throws IOException {
    try (Stream<Path> all = Files.walk(bucket())) {
      return all.filter(Files::isRegularFile)
          .map(file -> bucket().relativize(file).toString())
          .filter(name -> name.startsWith(begin))
          .sorted()
          .toList();
    }
  }

  @Override
  public void close() {
    CREDENTIALS.keySet().forEach(System::clearProperty);
    var unused = server.destroyForcibly().onExit().join();
    try {
      Folders.delete(home);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
