package io.cloudpulse.tests.kit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;

/**
 * A stand-in for Cloud Storage of one test, on this machine and in memory: fake-gcs-server, which
 * {@code .ci/run} builds. It must be on the {@code PATH}.
 */
public final class CloudStorage implements Bucket {
  private static final String PROGRAM = "fake-gcs-server";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final Process server;
  private final String url;
  private final String bucket;

  private CloudStorage(Process server, String url, String bucket) {
    this.server = server;
    this.url = url;
    this.bucket = bucket;
  }

  /** Starts one with an empty bucket; where the program is missing, the test is skipped. */
  public static CloudStorage start(String bucket) throws IOException {
    Optional<Path> program = program();
    assumeTrue(program.isPresent(), PROGRAM + " is not on the PATH: see tests/emulators/gcs");
    int port = Loopback.freePort();
    String url = "http://127.0.0.1:" + port;
    Process server =
        new ProcessBuilder(
                program.get().toString(),
                "-scheme=http",
                "-host=127.0.0.1",
                "-port=" + port,
                "-backend=memory",
                "-external-url=" + url,
                "-log-level=error")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    CloudStorage storage = new CloudStorage(server, url, bucket);
    String made = "{\"name\": \"%s\"}".formatted(bucket);
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .failFast("it ended", () -> !server.isAlive())
        .ignoreExceptionsInstanceOf(IOException.class)
        .until(() -> storage.post("/storage/v1/b?project=p", BodyPublishers.ofString(made)));
    return storage;
  }

  private static Optional<Path> program() {
    return Arrays.stream(System.getenv("PATH").split(":"))
        .map(folder -> Path.of(folder, PROGRAM))
        .filter(Files::isExecutable)
        .findFirst();
  }

  @Override
  public String path(String name) {
    return "gs://" + bucket + "/" + name;
  }

  /** {@inheritDoc} Instead of at Google. */
  @Override
  public List<String> flags() {
    return List.of(
        "--gcsEndpoint=" + url + "/storage/v1/",
        "--credentialFactoryClass=org.apache.beam.sdk.extensions.gcp.auth.NoopCredentialFactory");
  }

  @Override
  public void put(String name, Path file) throws Exception {
    String path = "/upload/storage/v1/b/%s/o?uploadType=media&name=%s".formatted(bucket, name);
    if (!post(path, BodyPublishers.ofFile(file))) {
      throw new AssertionError(name + " was not taken");
    }
  }

  private boolean post(String path, BodyPublisher body) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url + path)).POST(body).build();
    return CLIENT.send(request, BodyHandlers.discarding()).statusCode() == 200;
  }

  @Override
  public List<String> names(String begin) throws Exception {
    URI uri = URI.create("%s/storage/v1/b/%s/o?prefix=%s".formatted(url, bucket, begin));
    String listed =
        CLIENT.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
    List<String> names = new ArrayList<>();
    for (JsonNode object : new ObjectMapper().readTree(listed).path("items")) {
      names.add(object.path("name").asText());
    }
    return names;
  }

  @Override
  public void close() {
    var unused = server.destroyForcibly().onExit().join();
  }
}
