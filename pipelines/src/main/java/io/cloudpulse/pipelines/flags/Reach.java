package io.cloudpulse.pipelines.flags;

import io.cloudpulse.transforms.bigquery.BigQueryAddress;
import io.cloudpulse.transforms.elasticsearch.ElasticsearchAddress;
import io.cloudpulse.transforms.kafka.KafkaAddress;
import io.cloudpulse.transforms.postgres.PostgresAddress;
import io.cloudpulse.transforms.pubsub.PubsubAddress;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What an address asks of a worker that is another machine than this one.
 *
 * @param hosts each with its port, or without
 * @param needed secrets and files that are looked up where a connection is made
 */
record Reach(List<String> hosts, List<String> needed) {
  private static final Pattern THIS_MACHINE =
      Pattern.compile("(localhost|127\\.[\\d.]+|\\[?::1]?|0\\.0\\.0\\.0)(:\\d+)?");

  /** Secrets that every machine with the right to them can look up. */
  private static final String ANYWHERE = "secret://gcp/";

  static Reach of(SinkAddress sink) {
    if (sink instanceof WarehouseAddress bigquery) {
      return of(bigquery.warehouse());
    }
    return sink instanceof SearchAddress search
        ? of(search.server())
        : of(((DatabaseAddress) sink).database());
  }

  /** Workers enter Google's service as who they are. */
  private static Reach of(BigQueryAddress bigquery) {
    return new Reach(
        bigquery.isGoogle()
            ? List.of()
            : List.of(
                URI.create(bigquery.rest()).getAuthority(),
                URI.create(bigquery.grpc()).getAuthority()),
        List.of());
  }

  static Reach of(PostgresAddress database) {
    String hosts = database.place().replaceFirst("/.*", "");
    return new Reach(List.of(hosts.split(",")), List.of(database.passwordName()));
  }

  private static Reach of(ElasticsearchAddress server) {
    return new Reach(
        server.hosts(), List.of(server.passwordName(), server.apiKeyName(), server.authority()));
  }

  static Reach of(KafkaAddress topic) {
    return new Reach(List.of(topic.bootstrap().split(",")), List.of(topic.properties()));
  }

  static Reach of(PubsubAddress address) {
    return new Reach(address.host().isEmpty() ? List.of() : List.of(address.host()), List.of());
  }

  boolean isThisMachine() {
    return hosts.stream().anyMatch(host -> THIS_MACHINE.matcher(host).matches());
  }

  /** What a worker has only if somebody put it there. */
  List<String> absent() {
    return needed.stream().filter(name -> !name.isEmpty() && !name.startsWith(ANYWHERE)).toList();
  }
}
