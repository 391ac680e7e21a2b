package io.cloudpulse.tests.serving;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.cloudpulse.tests.kit.Database;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The API in a process of its own, over one database. */
final class ServingProcess implements AutoCloseable {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .setNodeFactory(new JsonNodeFactory(true));

  private final Process process;
  private final Path passwords;
  private final String address;

  private ServingProcess(Process process, Path passwords, String address) {
    this.process = process;
    this.passwords = passwords;
    this.address = address;
  }

  /**
   * Starts it on a port that is free; it says which when it answers. It keeps no answers, and
   * refuses no client for asking often.
   *
   * @param flags besides, or in place of, those
   */
  static ServingProcess over(Database database, String... flags) throws IOException {
    Path passwords = Files.createTempFile("pulse-serving", ".pgpass");
    Files.writeString(passwords, "*:*:*:*:" + database.password() + "\n");
    List<String> command =
        program(
            "io.cloudpulse.serving.Serve",
            "-Xmx256m",
            "-Dorg.postgresql.pgpassfile=" + passwords,
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=error");
    command.addAll(List.of("--database=" + database.address(), "--port=0", "--rateLimit=1000000"));
    command.addAll(List.of(flags));
    if (Stream.of(flags).noneMatch(flag -> flag.startsWith("--cache="))) {
      command.add("--cache=PT0S");
    }
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader said = process.inputReader();
    String line = said.readLine();
    if (line == null) {
      throw new AssertionError("it did not start, exit " + process.onExit().join().exitValue());
    }
    return new ServingProcess(process, passwords, line.replaceFirst("/api/.*", ""));
  }

  /** Of the page, for a browser. */
  String address() {
    return address + "/";
  }

  private static List<String> program(String main, String... options) {
    Path home = Path.of(System.getProperty("pulse.project"), "serving", "target");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", home.resolve("lib") + "/*:" + home.resolve("serving.jar"), main));
    return command;
  }

  /** What {@code pulse token create} prints. */
  static String token(Path tokens, String role) throws IOException {
    List<String> command = program("io.cloudpulse.serving.access.TokenCommand");
    command.addAll(List.of("create", "--name=" + role, "--role=" + role, "--tokens=" + tokens));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    return process.inputReader().readLine();
  }

  HttpResponse<String> get(String path, String... headers) {
    return send("GET", path, headers);
  }

  HttpResponse<String> send(String method, String path, String... headers) {
    return send(method, path, HttpRequest.BodyPublishers.noBody(), headers);
  }

  /** Sends JSON by a token. */
  HttpResponse<String> write(
      String method, String path, String json, String token, String... headers) {
    List<String> all = new ArrayList<>(List.of(headers));
    all.addAll(List.of("Authorization", "Bearer " + token, "Content-Type", "application/json"));
    return send(
        method, path, HttpRequest.BodyPublishers.ofString(json), all.toArray(String[]::new));
  }

  private HttpResponse<String> send(
      String method, String path, HttpRequest.BodyPublisher body, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
    request.method(method, body).expectContinue(body.contentLength() > 1 << 20);
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  /** What is answered with 200. */
  JsonNode json(String path) {
    HttpResponse<String> answer = get(path);
    if (answer.statusCode() != 200) {
      throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
    }
    return parsed(answer);
  }

  static JsonNode parsed(HttpResponse<String> answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (IOException wrong) {
      throw new UncheckedIOException(wrong);
    }
  }

  /** Where it listens. */
  int port() {
    return URI.create(address).getPort();
  }

  /** The parameters whose mistakes are told. */
  static List<String> mistaken(HttpResponse<String> answer) {
    return parsed(answer).path("errors").findValuesAsText("parameter");
  }

  @Override
  public void close() throws IOException {
    var unused = process.destroyForcibly().onExit().join();
    Files.delete(passwords);
  }
}
