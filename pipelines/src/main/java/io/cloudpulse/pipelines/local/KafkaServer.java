package io.cloudpulse.pipelines.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.apache.kafka.common.Uuid;

/** Kafka as a {@link Server}. */
record KafkaServer(ServiceHome home, KafkaSettings settings) implements Server<RunningKafka> {
  /** Of a broker that only makes its data folder: it listens nowhere, but they must differ. */
  private static final int NO_PORT = 1;

  private static final int NO_OTHER_PORT = 2;

  @Override
  public Optional<RunningKafka> running() throws IOException {
    OptionalInt port = NumberFile.read(home.port());
    if (port.isEmpty() || !jvm().isAlive() || !KafkaAnswer.comesFrom(port.getAsInt())) {
      return Optional.empty();
    }
    return Optional.of(describe(port.getAsInt()));
  }

  @Override
  public void prepare() throws IOException {
    end();
    if (!Files.isDirectory(home.data())) {
      Folder.create(home.data(), this::format);
    }
  }

  @Override
  public RunningKafka launch(int port) throws IOException {
    int controllerPort = LocalPort.firstFree(List.of());
    Path file = home.service().resolve("server.properties");
    Files.writeString(file, settings.fileFor(port, controllerPort, home.data()));
    Process process = kafka("kafka.Kafka", List.of(file.toString())).leave(home.log());
    Files.writeString(home.pid(), process.pid() + "\n");
    KafkaAnswer.await(port, process);
    return describe(port);
  }

  @Override
  public void end() throws IOException {
    jvm().end();
  }

  /** Gives the data folder its identity, without which a broker refuses it. */
  private void format(Path data) throws IOException {
    Path file = home.service().resolve("format.properties");
    Files.writeString(file, KafkaSettings.with(Map.of()).fileFor(NO_PORT, NO_OTHER_PORT, data));
    String cluster = Uuid.randomUuid().toString();
    List<String> arguments = List.of("format", "-t", cluster, "-c", file.toString());
    String unused = kafka("kafka.tools.StorageTool", arguments).run();
    Files.delete(file);
  }

  private Program kafka(String main, List<String> arguments) throws IOException {
    List<String> jvm =
        List.of(
            // A session of its own: what ends the terminal's programs must not end a broker.
            "setsid",
            JavaServer.java(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-Djava.awt.headless=true",
            "-Dorg.slf4j.simpleLogger.showDateTime=true",
            "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
            "-Dorg.slf4j.simpleLogger.showThreadName=false",
            // Some hundred lines of what stands in the settings, or in Kafka's manual.
            "-Dorg.slf4j.simpleLogger.log.kafka.server.KafkaConfig=warn",
            jvm().mark(),
            main);
    return Program.of(Stream.concat(jvm.stream(), arguments.stream()).toList())
        .withEnvironment(Map.of("CLASSPATH", classPath()));
  }

  private static String classPath() throws IOException {
    ServiceBundle bundle = ServiceBundle.of(LocalKafka.NAME);
    String names = Files.readString(bundle.file("classpath")).strip();
    return names.replace("lib/", bundle.file("lib") + "/");
  }

  private JavaServer jvm() {
    return new JavaServer(home);
  }

  private RunningKafka describe(int port) throws IOException {
    String version = "Kafka " + ServiceVersion.of(LocalKafka.NAME);
    return new RunningKafka(version, port, home.data());
  }
}
