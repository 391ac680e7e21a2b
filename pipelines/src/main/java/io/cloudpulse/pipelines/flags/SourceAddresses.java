package io.cloudpulse.pipelines.flags;

import java.util.Optional;

/**
 * Reads the addresses of sources; {@code kafka:<topic>} and {@code postgres} mean the servers of
 * {@code pulse up}.
 */
public final class SourceAddresses {
  private static final String ALLOWED =
      "files:<glob>, kafka:<topic>, kafka://host:port/topic, pubsub://project/subscription,"
          + " postgres, jdbc:postgresql://host:port/database, bigquery://project/dataset or"
          + " archive:<folder>";
  private static final String EXAMPLE = "files:data/orders*.csv";

  private SourceAddresses() {}

  /** Reads an address; one that is none becomes a problem, and is empty. */
  public static Optional<SourceAddress> read(String text, Problems problems) {
    if (text == null) {
      problems.missing("source", "where the records come from", EXAMPLE);
      return Optional.empty();
    }
    if (text.startsWith("kafka:")) {
      return KafkaTopics.read("source", text, problems).map(SourceAddress.class::cast);
    }
    if (DatabaseAddresses.isOne(text)) {
      return DatabaseAddresses.read("source", text, problems).map(SourceAddress.Table::new);
    }
    if (text.startsWith(WarehouseAddress.SCHEME)) {
      return SinkAddresses.warehouse("source", text, problems).map(SourceAddress.Warehouse::new);
    }
    if (text.startsWith(SourceAddress.Archived.SCHEME)) {
      return ArchivedSource.read(text, problems);
    }
    if (text.startsWith("pubsub:")) {
      return PubsubNames.read("source", text, problems)
          .map(address -> new SourceAddress.Subscription(text, address));
    }
    String files = SourceAddress.Files.SCHEME;
    if (!text.startsWith(files) || text.length() == files.length()) {
      problems.flag("source", text, ALLOWED, EXAMPLE);
      return Optional.empty();
    }
    return Optional.of(new SourceAddress.Files(text.substring(files.length())));
  }
}
