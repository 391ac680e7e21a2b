package io.cloudpulse.pipelines.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What answers over HTTP as a {@link Server}.
 *
 * @param root where the services are that it reads from
 */
record ServingServer(ServiceHome home, Path root) implements Server<RunningServing> {
  @Override
  public Optional<RunningServing> running() throws IOException {
    OptionalInt port = NumberFile.read(home.port());
    boolean answers =
        port.isPresent() && jvm().isAlive() && ServingAnswer.comesFrom(port.getAsInt());
    return answers ? Optional.of(describe(port.getAsInt())) : Optional.empty();
  }

  @Override
  public void prepare() throws IOException {
    end();
    Files.createDirectories(home.service());
  }

  @Override
  public RunningServing launch(int port) throws IOException {
    Process process = Program.of(command(port)).leave(home.log());
    Files.writeString(home.pid(), process.pid() + "\n");
    ServingAnswer.await(port, process);
    return describe(port);
  }

  @Override
  public void end() throws IOException {
    jvm().end();
  }

  private List<String> command(int port) {
    RunningPostgres postgres =
        LocalPostgres.in(root)
            .running()
            .orElseThrow(
                () -> new LocalServiceException("It reads from PostgreSQL. Type: pulse up"));
    Path project = project();
    List<String> command = new ArrayList<>(program(project, postgres));
    command.add("--port=" + port);
    command.add("--tokens=" + root.resolve("tokens").toAbsolutePath());
    command.add("--launcher=" + project.resolve("pulse"));
    command.add("--database=" + postgres.jdbcUrl() + "?user=" + postgres.user());
    LocalElasticsearch.in(root)
        .running()
        .ifPresent(node -> command.add("--elasticsearch=" + node.url()));
    LocalKafka.in(root)
        .running()
        .ifPresent(broker -> command.add("--kafka=" + broker.bootstrapServers()));
    return command;
  }

  private List<String> program(Path project, RunningPostgres postgres) {
    return List.of(
        // A session of its own: what ends the terminal's programs must not end it.
        "setsid",
        JavaServer.java(),
        "-Xmx256m",
        "-XX:+UseSerialGC",
        "-XX:+ExitOnOutOfMemoryError",
        "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
        "-Dorg.slf4j.simpleLogger.showDateTime=true",
        "-Dorg.postgresql.pgpassfile=" + postgres.passfile().toAbsolutePath(),
        jvm().mark(),
        "-cp",
        classPath(project),
        "io.cloudpulse.serving.Serve");
  }

  private static Path project() {
    Path runners = Path.of(System.getProperty("pulse.runners", "runners-config"));
    return runners.toAbsolutePath().normalize().getParent();
  }

  private static String classPath(Path project) {
    Path target = project.resolve("serving").resolve("target");
    Path jar = target.resolve("serving.jar");
    if (!Files.exists(jar)) {
      throw new LocalServiceException(
          "The serving bundle is not built: there is no %s. ./pulse serve builds it, as does: mvn package -pl serving -am"
              .formatted(jar));
    }
    return target.resolve("lib") + "/*:" + jar;
  }

  private JavaServer jvm() {
    return new JavaServer(home);
  }

  private RunningServing describe(int port) {
    return new RunningServing(port, home.service());
  }
}
