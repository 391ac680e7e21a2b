package io.cloudpulse.transforms.archive;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult.Metadata;
import org.apache.beam.sdk.io.fs.ResourceId;

/**
 * Makes few large files of the many small ones that a stream leaves. What it reads it deletes only
 * once the same records are in a new file; killed between, it leaves them twice, which is harmless.
 *
 * @param before how many files there were
 * @param after how many there are
 */
public record Compaction(long before, long after) {
  private record Place(String dataset, String source, Instant hour) {}

  private record Found(ArchiveFile name, ResourceId file) {
    Place place() {
      return new Place(name.dataset(), name.source(), name.hour());
    }
  }

  /** Puts together the files of each dataset, source and hour. */
  public static Compaction of(String folder) throws IOException {
    Collection<List<Found>> places =
        find(Archive.in(folder, "*")).stream()
            .collect(Collectors.groupingBy(Found::place))
            .values();
    long before = 0;
    long after = 0;
    for (List<Found> files : places) {
      before += files.size();
      after += files.size() == 1 ? 1 : putTogether(folder, files);
    }
    return new Compaction(before, after);
  }

  private static List<Found> find(Archive all) throws IOException {
    String glob = all.folder() + ArchiveFile.all(all.dataset());
    List<Found> found = new ArrayList<>();
    for (Metadata file : FileSystems.match(glob, EmptyMatchTreatment.ALLOW).metadata()) {
      ArchiveFile.parse(file.resourceId().toString())
          .ifPresent(name -> found.add(new Found(name, file.resourceId())));
    }
    return found;
  }

  private static int putTogether(String folder, List<Found> files) throws IOException {
    files.sort(Comparator.comparingLong(file -> file.name().first()));
    List<ArchivePiece.File> piece =
        files.stream()
            .map(file -> new ArchivePiece.File(file.file().toString(), file.name().first()))
            .toList();
    Set<String> written = new HashSet<>();
    ArchiveWriter writer =
        new ArchiveWriter(Archive.in(folder, files.get(0).name().dataset()), written::add);
    try (PieceRecords records = new PieceRecords(new ArchivePiece(piece, piece.get(0).first()))) {
      while (records.hasNext()) {
        writer.add(records.next());
      }
    }
    writer.finish();
    FileSystems.delete(
        files.stream()
            .filter(file -> !written.contains(file.name().path()))
            .map(Found::file)
            .toList());
    return written.size();
  }
}
