package io.cloudpulse.pipelines.flags;

import io.cloudpulse.transforms.archive.ArchiveListing.Hours;
import io.cloudpulse.transforms.kafka.KafkaAddress;
import io.cloudpulse.transforms.pubsub.PubsubAddress;
import java.util.Optional;

/** A source that a flag named. */
public sealed interface SourceAddress {
  /** As the flag had it, which is the same on every machine. */
  String written();

  /** True for one that goes on until it is stopped, unless a flag says otherwise. */
  boolean isEndless();

  /** True for rows that are stored: they are read to their end, and have no bytes of their own. */
  default boolean isTable() {
    return false;
  }

  /** Files that match a glob. */
  record Files(String glob) implements SourceAddress {
    static final String SCHEME = "files:";

    @Override
    public String written() {
      return SCHEME + glob;
    }

    @Override
    public boolean isEndless() {
      return false;
    }
  }

  /**
   * A Kafka topic.
   *
   * @param trouble why it cannot be reached, if that is known before anyone has tried
   */
  record Topic(String written, KafkaAddress address, Optional<String> trouble)
      implements SourceAddress {
    @Override
    public boolean isEndless() {
      return true;
    }
  }

  /** A dataset's table in a database. */
  record Table(DatabaseAddress place) implements SourceAddress {
    @Override
    public String written() {
      return place.written();
    }

    @Override
    public boolean isEndless() {
      return false;
    }

    @Override
    public boolean isTable() {
      return true;
    }
  }

  /** A dataset's table in BigQuery. */
  record Warehouse(WarehouseAddress place) implements SourceAddress {
    @Override
    public String written() {
      return place.written();
    }

    @Override
    public boolean isEndless() {
      return false;
    }

    @Override
    public boolean isTable() {
      return true;
    }
  }

  /**
   * What an archive keeps.
   *
   * @param hours of publication
   */
  record Archived(String written, String folder, Hours hours) implements SourceAddress {
    static final String SCHEME = "archive:";

    @Override
    public boolean isEndless() {
      return false;
    }
  }

  /** A subscription of Pub/Sub. */
  record Subscription(String written, PubsubAddress address) implements SourceAddress {
    @Override
    public boolean isEndless() {
      return true;
    }
  }

  /** Dead letters, which are sent again. */
  record Letters(String written) implements SourceAddress {
    @Override
    public boolean isEndless() {
      return false;
    }
  }
}
