package io.cloudpulse.pipelines.flags;

import io.cloudpulse.pipelines.local.LocalElasticsearch;
import io.cloudpulse.pipelines.local.PulseHome;
import io.cloudpulse.pipelines.local.RunningService;
import io.cloudpulse.transforms.bigquery.BigQueryAddress;
import io.cloudpulse.transforms.bigquery.BigQueryMethod;
import io.cloudpulse.transforms.elasticsearch.ElasticsearchAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the addresses of sinks; {@code postgres} and {@code elasticsearch} alone mean the servers
 * of {@code pulse up}.
 */
public final class SinkAddresses {
  static final String NOT_RUNNING = "The local %s is not running. Start it with: ./pulse up";

  private static final String ELASTICSEARCH = "elasticsearch";

  /** What follows a comma inside one address: another host of the same cluster. */
  private static final Pattern ANOTHER_HOST = Pattern.compile("[\\w.-]+:\\d+([/?].*)?");

  private static final ElasticsearchAddress NOWHERE =
      ElasticsearchAddress.parse("elasticsearch://127.0.0.1:9200");

  private SinkAddresses() {}

  /** Reads addresses between commas; one that is none becomes a problem, and is left out. */
  static List<SinkAddress> readAll(String flag, String texts, Problems problems) {
    List<SinkAddress> sinks = new ArrayList<>();
    for (String text : split(texts)) {
      read(flag, text, problems).ifPresent(sinks::add);
    }
    return sinks;
  }

  private static List<String> split(String texts) {
    List<String> parts = new ArrayList<>();
    for (String part : texts.split(",", -1)) {
      int last = parts.size() - 1;
      if (last >= 0 && ANOTHER_HOST.matcher(part).matches()) {
        parts.set(last, parts.get(last) + "," + part);
      } else {
        parts.add(part);
      }
    }
    return parts;
  }

  private static Optional<? extends SinkAddress> read(String flag, String text, Problems problems) {
    if (text.equals(ELASTICSEARCH)) {
      return Optional.of(localSearch());
    }
    if (text.startsWith(ELASTICSEARCH + "://")) {
      return search(flag, text, problems);
    }
    if (text.startsWith(WarehouseAddress.SCHEME)) {
      return warehouse(flag, text, problems);
    }
    if (DatabaseAddresses.isOne(text)) {
      return DatabaseAddresses.read(flag, text, problems);
    }
    problems.flag(
        flag,
        text,
        "postgres, elasticsearch, jdbc:postgresql://host:port/database,"
            + " elasticsearch://host:port or bigquery://project/dataset",
        "postgres");
    return Optional.empty();
  }

  private static Optional<SearchAddress> search(String flag, String text, Problems problems) {
    try {
      return Optional.of(
          new SearchAddress(text, ElasticsearchAddress.parse(text), Optional.empty()));
    } catch (IllegalArgumentException wrong) {
      problems.add("--" + flag + ": " + wrong.getMessage());
      return Optional.empty();
    }
  }

  static Optional<WarehouseAddress> warehouse(String flag, String text, Problems problems) {
    try {
      return Optional.of(
          new WarehouseAddress(text, BigQueryAddress.parse(text), BigQueryMethod.UPSERT));
    } catch (IllegalArgumentException wrong) {
      problems.add("--" + flag + ": " + wrong.getMessage());
      return Optional.empty();
    }
  }

  /** A plan can be made while the server is down; {@link #NOWHERE} is never connected to then. */
  private static SearchAddress localSearch() {
    Optional<ElasticsearchAddress> running =
        LocalElasticsearch.in(PulseHome.folder())
            .running()
            .map(RunningService::address)
            .map(ElasticsearchAddress::parse);
    return new SearchAddress(
        ELASTICSEARCH,
        running.orElse(NOWHERE),
        running.isPresent()
            ? Optional.empty()
            : Optional.of(NOT_RUNNING.formatted("Elasticsearch")));
  }
}
