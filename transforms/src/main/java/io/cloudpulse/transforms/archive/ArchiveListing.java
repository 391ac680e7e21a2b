package io.cloudpulse.transforms.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult.Metadata;

/**
 * What an archive holds of a dataset, cut into pieces by the names of its files alone. Files whose
 * offsets overlap may hold the same records, so they are of one piece.
 */
public record ArchiveListing(List<ArchivePiece> pieces, long files, long bytes) {
  /** Enough that a piece is worth its while, little enough to share out. */
  private static final long PIECE_BYTES = 4L << 20;

  /**
   * Hours to be read.
   *
   * @param from the first
   * @param to after the last
   */
  public record Hours(Instant from, Instant to) {
    public static Hours all() {
      return new Hours(Instant.MIN, Instant.MAX);
    }

    boolean has(Instant hour) {
      return !hour.isBefore(from) && hour.isBefore(to);
    }
  }

  private record Found(ArchiveFile name, String address, long bytes) {
    ArchivePiece.File file() {
      return new ArchivePiece.File(address, name.first());
    }
  }

  /** Lists the files of a dataset's hours. */
  public static ArchiveListing of(Archive archive, Hours hours) {
    Map<String, List<Found>> bySource = new TreeMap<>();
    long files = 0;
    long bytes = 0;
    for (Metadata metadata : match(archive.folder() + ArchiveFile.all(archive.dataset()))) {
      String address = metadata.resourceId().toString();
      var name = ArchiveFile.parse(address).filter(file -> hours.has(file.hour()));
      if (name.isPresent()) {
        bySource
            .computeIfAbsent(name.get().source(), unused -> new ArrayList<>())
            .add(new Found(name.get(), address, metadata.sizeBytes()));
        files++;
        bytes += metadata.sizeBytes();
      }
    }
    List<ArchivePiece> pieces = new ArrayList<>();
    bySource.values().forEach(found -> cut(found, pieces));
    return new ArchiveListing(pieces, files, bytes);
  }

  private static List<Metadata> match(String glob) {
    try {
      return FileSystems.match(glob, EmptyMatchTreatment.ALLOW).metadata();
    } catch (IOException e) {
      throw new UncheckedIOException("listing " + glob + " failed", e);
    }
  }

  /** Ends a piece where nothing overlaps and it is large enough. */
  private static void cut(List<Found> files, List<ArchivePiece> pieces) {
    files.sort(
        Comparator.<Found>comparingLong(file -> file.name().first()).thenComparing(Found::address));
    List<ArchivePiece.File> piece = new ArrayList<>();
    long bytes = 0;
    long last = -1;
    for (Found file : files) {
      if (!piece.isEmpty() && file.name().first() > last && bytes >= PIECE_BYTES) {
        pieces.add(new ArchivePiece(piece, piece.get(0).first()));
        piece = new ArrayList<>();
        bytes = 0;
      }
      piece.add(file.file());
      bytes += file.bytes();
      last = Math.max(last, file.name().last());
    }
    pieces.add(new ArchivePiece(piece, piece.get(0).first()));
  }
}
