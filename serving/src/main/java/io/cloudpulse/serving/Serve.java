package io.cloudpulse.serving;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.aggregates.Aggregated;
import io.cloudpulse.schemas.file.Datasets;
import io.cloudpulse.serving.store.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code pulse serve}: answers until it is stopped. */
@Command(
    name = "serve",
    description = "Answers over HTTP what readers ask of the sinks.",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true)
public final class Serve implements Callable<Integer> {
  private static final int CONNECTIONS = 8;

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
      names = "--dataset",
      paramLabel = "FILE",
      description = "A dataset file of your own, besides those that are shipped.")
  private List<String> own = List.of();

  /** Starts the server of this process. */
  public static void main(String[] args) {
    int code = new CommandLine(new Serve()).execute(args);
    if (code != 0) {
      System.exit(code);
    }
  }

  @Override
  public Integer call() throws InterruptedException {
    Server server = Server.start(host, port, Database.at(database, CONNECTIONS), datasets());
    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    System.out.printf("http://%s:%d/api/openapi.json%n", host, server.port());
    return 0;
  }

  private List<Dataset> datasets() {
    List<Dataset> all = new ArrayList<>();
    Datasets.shipped().forEach(name -> all.add(Datasets.named(name)));
    Aggregated.all().forEach(all::add);
    Stream.ofNullable(own).flatMap(List::stream).map(Datasets::resolve).forEach(all::add);
    return all;
  }
}
