package io.cloudpulse.pipelines.source;

import io.cloudpulse.pipelines.flags.MoveSettings;
import io.cloudpulse.pipelines.flags.SourceAddress;
import io.cloudpulse.transforms.postgres.KeptPosition;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollectionTuple;

/**
 * What a source holds as a run is made ready, and how the run reads it. Looking changes nothing.
 */
public interface SourceWork extends AutoCloseable {
  /**
   * Looks at a source.
   *
   * @throws io.cloudpulse.pipelines.flags.StoppedException if there is nothing to look at
   */
  static SourceWork of(MoveSettings settings) {
    boolean streaming = settings.stream().isPresent();
    if (settings.source() instanceof SourceAddress.Topic topic) {
      return topic(settings, topic);
    }
    if (settings.source() instanceof SourceAddress.Table table) {
      return TableWork.of(settings, table.place());
    }
    if (settings.source() instanceof SourceAddress.Warehouse table) {
      return WarehouseWork.of(settings, table.place());
    }
    if (settings.source() instanceof SourceAddress.Archived archived) {
      return ArchivedFiles.of(settings, archived);
    }
    if (settings.source() instanceof SourceAddress.Subscription subscription) {
      return subscription(settings, subscription);
    }
    SourceAddress.Files files = (SourceAddress.Files) settings.source();
    return streaming ? WatchedFiles.of(settings, files) : ListedFiles.of(settings, files);
  }

  private static SourceWork topic(MoveSettings settings, SourceAddress.Topic topic) {
    if (settings.stream().isEmpty()) {
      return TopicRanges.of(settings, topic);
    }
    return settings.rounds().isPresent()
        ? TopicRounds.of(settings, topic)
        : TopicStream.of(settings, topic);
  }

  private static SourceWork subscription(
      MoveSettings settings, SourceAddress.Subscription subscription) {
    if (settings.stream().isEmpty()) {
      return new WaitingMessages(settings, subscription);
    }
    return settings.rounds().isPresent()
        ? new SubscriptionRounds(settings, subscription)
        : SubscriptionStream.of(settings, subscription);
  }

  /** How much there is, for a person: {@code 3 files, 1,204 bytes}. */
  String extent();

  /**
   * What orders the versions of a dataset whose records do not say: {@code the files' own time}.
   */
  String ownTime();

  /** What refuses the run, each naming its place. */
  default List<String> problems() {
    return List.of();
  }

  /** What helps against all of its problems; empty if each says so itself. */
  default String advice() {
    return "";
  }

  /** What is worth telling. */
  default List<String> notes() {
    return List.of();
  }

  /**
   * What reads it; the outputs are {@link io.cloudpulse.transforms.ReadOutputs}.
   *
   * @param run id of the run, for dead letters
   */
  PTransform<PBegin, PCollectionTuple> read(String run);

  /**
   * What reads that of the source which was moved before, where windows need it again; its refusals
   * and tallies were kept then.
   */
  default Optional<PTransform<PBegin, PCollectionTuple>> again(String run) {
    return Optional.empty();
  }

  /** Last step before the job starts: what must be written down for it to begin where it should. */
  default void prepare() {}

  /**
   * The job has ended that {@link #prepare} began: what is left to tell the source.
   *
   * @param well whether every sink has all that was read
   */
  default void ended(boolean well) {}

  /** The ranges that are known before it is read; what they are called where they are counted. */
  default List<String> rangeNames() {
    return List.of();
  }

  /** Whether its records carry versions of their own, so that those in a sink must be the same. */
  default boolean carriesVersions() {
    return false;
  }

  /** What reads single records of it again. */
  default RecordFinder finder() {
    return RecordFinder.byName(rangeNames());
  }

  /** From where a next run would go on, once this one has ended well; empty if it cannot tell. */
  default Optional<KeptPosition> position() {
    return Optional.empty();
  }

  /** What the job needed of it while it ran is let go. */
  @Override
  default void close() {}

  /** Where the job stands in it, for those who watch. */
  default SourcePositions positions() {
    return SourcePositions.none();
  }
}
