package io.cloudpulse.serving;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.aggregates.Aggregated;
import io.cloudpulse.schemas.file.Datasets;
import io.cloudpulse.serving.store.Changes;
import io.cloudpulse.serving.store.Database;
import io.cloudpulse.serving.store.EventLog;
import io.cloudpulse.serving.store.Launcher;
import io.cloudpulse.serving.store.SearchCluster;
import io.cloudpulse.serving.store.Stores;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** The flags of {@code pulse serve} that say what is asked, and where writes go. */
final class StoreFlags {
  private static final int CONNECTIONS = 8;

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

  @Option(
      names = "--elasticsearch",
      paramLabel = "URL",
      description = "Elasticsearch, as http://host:port; without it nothing can be searched.")
  private Optional<String> elasticsearch;

  @Option(
      names = "--kafka",
      paramLabel = "HOST:PORT",
      description = "Kafka, where writes go; without it nothing can be written.")
  private Optional<String> kafka;

  @Option(
      names = "--kafkaProperties",
      paramLabel = "FILE",
      description = "Properties of Kafka's clients besides, such as how to log in.")
  private Optional<Path> kafkaProperties;

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

  /** Opens them; nothing is asked of them yet. */
  Stores open() {
    return new Stores(
        Database.at(database, CONNECTIONS),
        elasticsearch.map(SearchCluster::at),
        launcher.map(script -> new Launcher(script, database, ownFiles(), PATIENCE)),
        kafka.map(address -> EventLog.at(address, kafkaProperties)),
        datasets(own()),
        new Changes());
  }

  private List<String> own() {
    return own == null ? List.of() : own;
  }

  private Map<String, String> ownFiles() {
    return own().stream()
        .filter(name -> !Datasets.shipped().contains(name))
        .collect(Collectors.toMap(file -> Datasets.resolve(file).name(), file -> file));
  }

  /** Those that are shipped, those that are computed, and the user's own. */
  static List<Dataset> datasets(List<String> own) {
    List<Dataset> all = new ArrayList<>();
    Datasets.shipped().forEach(name -> all.add(Datasets.named(name)));
    Aggregated.all().forEach(all::add);
    own.stream().map(Datasets::resolve).forEach(all::add);
    return all;
  }
}
