package io.cloudpulse.serving;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.activity.ActivityDatasets;
import io.cloudpulse.schemas.file.Datasets;
import io.cloudpulse.serving.access.AccessFlags;
import io.cloudpulse.serving.store.Changes;
import io.cloudpulse.serving.store.Database;
import io.cloudpulse.serving.store.Launcher;
import io.cloudpulse.serving.store.SearchCluster;
import io.cloudpulse.serving.store.Stores;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code pulse serve}: answers until it is stopped. */
@Command(
    name = "serve",
    description = "Answers over HTTP what readers ask of the sinks.",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true)
public final class Serve implements Callable<Integer> {
  private static final int CONNECTIONS = 8;
  private static final int FAILED = 5;

  /** Of a replay, which may have to build what is missing first. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  @Option(
      names = "--database",
      required = true,
      paramLabel = "URL",
      description =
          "PostgreSQL, as jdbc:postgresql://host:port/database?user=reader."
              + " The password is looked up in PGPASSFILE.")
  private String database;

  @Option(names = "--host", defaultValue = "127.0.0.1", description = "Address to listen on.")
  private String host;

  @Option(names = "--port", defaultValue = "8088", description = "Port; 0 for any.")
  private int port;

  @Option(
      names = "--elasticsearch",
      paramLabel = "URL",
      description = "Elasticsearch, as http://host:port; without it nothing can be searched.")
  private Optional<String> elasticsearch;

  @Option(
      names = "--launcher",
      paramLabel = "PATH",
      description = "The script pulse, by which dead letters are sent again.")
  private Optional<Path> launcher;

  @Option(
      names = "--dataset",
      paramLabel = "FILE",
      description = "A dataset file of your own, besides those that are shipped.")
  private List<String> own = List.of();

  @Option(
      names = "--cache",
      defaultValue = "PT1S",
      paramLabel = "DURATION",
      description = "How long an answer may be given again; PT0S for not at all.")
  private Duration cache;

  @Option(
      names = "--mostBytes",
      defaultValue = "65536",
      paramLabel = "N",
      description = "Bytes that the body of a request may have.")
  private int mostBytes;

  @Mixin private AccessFlags access;

  /** Starts the server of this process. */
  public static void main(String[] args) {
    int code = new CommandLine(new Serve()).setExecutionExceptionHandler(Serve::tell).execute(args);
    if (code != 0) {
      System.exit(code);
    }
  }

  /** A port that is taken, a file that cannot be read: no stack trace helps. */
  private static int tell(Exception failure, CommandLine command, CommandLine.ParseResult parsed)
      throws Exception {
    if (failure instanceof IOException || failure instanceof JavalinBindException) {
      command.getErr().println(failure.getMessage());
      return FAILED;
    }
    throw failure;
  }

  @Override
  public Integer call() throws InterruptedException, IOException {
    Server server = Server.start(settings(), stores());
    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    System.out.printf("http://%s:%d/api/openapi.json%n", host, server.port());
    return 0;
  }

  private Settings settings() {
    return new Settings(host, port, access.read(), cache, mostBytes);
  }

  private Stores stores() {
    return new Stores(
        Database.at(database, CONNECTIONS),
        elasticsearch.map(SearchCluster::at),
        launcher.map(script -> new Launcher(script, database, ownFiles(), PATIENCE)),
        datasets(own),
        new Changes());
  }

  private Map<String, String> ownFiles() {
    return Stream.ofNullable(own)
        .flatMap(List::stream)
        .filter(name -> !Datasets.shipped().contains(name))
        .collect(Collectors.toMap(file -> Datasets.resolve(file).name(), file -> file));
  }

  /** Those that are shipped, those of classes, and the user's own. */
  static List<Dataset> datasets(List<String> own) {
    List<Dataset> all = new ArrayList<>();
    Datasets.shipped().forEach(name -> all.add(Datasets.named(name)));
    all.addAll(ActivityDatasets.all());
    Stream.ofNullable(own).flatMap(List::stream).map(Datasets::resolve).forEach(all::add);
    return all;
  }
}
