package io.cloudpulse.transforms.replay;

import io.cloudpulse.transforms.ListedWork;
import io.cloudpulse.transforms.ReadOutputs;
import io.cloudpulse.transforms.archive.ArchiveOrigin;
import io.cloudpulse.transforms.archive.ArchivePiece;
import java.util.List;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;

/**
 * Reads archived records again, typed, valid and versioned as they were the first time. Bounded;
 * leaves event time alone. What is refused leaves as the same dead letters, what was counted as
 * tallies.
 */
public final class ReadArchive extends PTransform<PBegin, PCollectionTuple> {
  private static final long serialVersionUID = 1;

  private final ArchiveOrigin origin;
  private final List<ArchivePiece> pieces;

  private ReadArchive(ArchiveOrigin origin, List<ArchivePiece> pieces) {
    this.origin = origin;
    this.pieces = pieces;
  }

  /** A reader of pieces as {@link ArchiveListing} cuts them. */
  public static ReadArchive of(ArchiveOrigin origin, List<ArchivePiece> pieces) {
    return new ReadArchive(origin, List.copyOf(pieces));
  }

  @Override
  public PCollectionTuple expand(PBegin begin) {
    PCollection<ArchivePiece> work =
        ListedWork.of("pieces", ArchivePiece.class, pieces).expand(begin);
    return ReadOutputs.of(
        work, "Read, decode and validate", new ReadPiecesFn(origin), origin.dataset());
  }
}
