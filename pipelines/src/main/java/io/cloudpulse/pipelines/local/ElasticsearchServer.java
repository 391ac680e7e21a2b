package io.cloudpulse.pipelines.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Elasticsearch as a {@link Server}. */
record ElasticsearchServer(ServiceHome home, ElasticsearchSettings settings)
    implements Server<RunningElasticsearch> {
  @Override
  public Optional<RunningElasticsearch> running() throws IOException {
    OptionalInt port = NumberFile.read(home.port());
    if (port.isEmpty()
        || !jvm().isAlive()
        || ElasticsearchAnswer.health(port.getAsInt()).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(describe(port.getAsInt()));
  }

  @Override
  public void prepare() throws IOException {
    end();
    Files.createDirectories(home.data());
    Files.createDirectories(temporary());
  }

  @Override
  public RunningElasticsearch launch(int port) throws IOException {
    new ElasticsearchFiles(home, programs()).write(settings.fileFor(port, home), jvm().mark());
    Path program = programs().resolve("bin/elasticsearch");
    ServerUser user = ServerUser.otherThanRoot(home.service(), program, Path.of(JavaServer.java()));
    // A session of its own: what ends the terminal's programs must not end it.
    List<String> command =
        user.running(List.of("setsid", program.toString(), "-d", "-p", home.pid().toString()));
    // It returns when the node is up, or has failed.
    Program.of(command).withEnvironment(environment()).runLoggingTo(home.log());
    ElasticsearchAnswer.await(port);
    return describe(port);
  }

  @Override
  public void end() throws IOException {
    jvm().end();
  }

  private Map<String, String> environment() {
    return Map.of(
        "ES_JAVA_HOME", JavaServer.javaHome().toString(),
        "ES_PATH_CONF", ElasticsearchFiles.configuration(home).toString(),
        "ES_TMPDIR", temporary().toString(),
        // Of the program that starts the node, and ends then.
        "CLI_JAVA_OPTS", "-XX:TieredStopAtLevel=1");
  }

  private Path temporary() {
    return home.service().resolve("tmp");
  }

  private static Path programs() throws IOException {
    String version = ServiceVersion.of(LocalElasticsearch.NAME);
    return ServiceBundle.of(LocalElasticsearch.NAME).file("elasticsearch-" + version);
  }

  private JavaServer jvm() {
    return new JavaServer(home);
  }

  private RunningElasticsearch describe(int port) throws IOException {
    String version = "Elasticsearch " + ServiceVersion.of(LocalElasticsearch.NAME);
    return new RunningElasticsearch(version, port, home.data());
  }
}
