package io.cloudpulse.transforms.kafka;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.transforms.Lookup;
import io.cloudpulse.transforms.archive.Archive;
import io.cloudpulse.transforms.archive.ArchiveOrigin;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * What all messages of a topic or a subscription have in common, whether they are read as a batch
 * or as a stream.
 *
 * @param asOf when the data was true; null for the time of each message
 * @param run id of the run, for dead letters
 * @param refuseUnknown whether JSON fields that the dataset does not know refuse their record
 * @param lookup where what the dataset takes from another one is looked up
 * @param archive where they are kept as they came
 */
@SuppressWarnings("checkstyle:ParameterNumber")
public record MessageOrigin(
    Dataset dataset,
    MessagePlace address,
    MessageLayout layout,
    @Nullable Instant asOf,
    String run,
    boolean refuseUnknown,
    Lookup lookup,
    Archive archive)
    implements Serializable {
  /**
   * The messages at an address.
   *
   * @param asOf when the data was true, for a dataset whose records do not say; empty for the time
   *     of each message
   * @throws IllegalArgumentException if messages of the dataset cannot be read in the address's
   *     layout
   */
  public static MessageOrigin of(
      Dataset dataset,
      MessagePlace address,
      Optional<Instant> asOf,
      String run,
      boolean refuseUnknown) {
    MessageLayout layout = MessageLayout.of(dataset, address);
    return new MessageOrigin(
        dataset,
        address,
        layout,
        asOf.orElse(null),
        run,
        refuseUnknown,
        Lookup.none(),
        Archive.none());
  }

  /** Archived messages of one layout. */
  static MessageOrigin ofArchive(
      ArchiveOrigin of, KafkaAddress address, MessageLayout layout, @Nullable Instant asOf) {
    return new MessageOrigin(
        of.dataset(),
        address,
        layout,
        asOf,
        of.run(),
        of.refuseUnknown(),
        of.lookup(),
        Archive.none());
  }

  /** The topic, if they are in one. */
  public KafkaAddress kafka() {
    return (KafkaAddress) address;
  }

  /** The same, for a dataset that takes fields from another one. */
  public MessageOrigin lookingUp(Lookup rows) {
    return new MessageOrigin(dataset, address, layout, asOf, run, refuseUnknown, rows, archive);
  }

  /** The same, kept as they come too. */
  public MessageOrigin archivingTo(Archive place) {
    return new MessageOrigin(dataset, address, layout, asOf, run, refuseUnknown, lookup, place);
  }
}
