package io.cloudpulse.transforms.files;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Key;
import io.cloudpulse.schemas.Layout;
import io.cloudpulse.transforms.decode.Columns;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.io.Compression;
import org.apache.beam.sdk.io.fs.MatchResult.Metadata;

/** Cuts files into ranges, one file after another. */
final class FileRanges {
  private final Dataset dataset;
  private final FileListing.Options options;
  private final List<FileRange> ranges = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private long base;

  FileRanges(Dataset dataset, FileListing.Options options) {
    this.dataset = dataset;
    this.options = options;
  }

  List<FileRange> ranges() {
    return ranges;
  }

  List<String> problems() {
    return problems;
  }

  List<String> notes() {
    return notes;
  }

  /** A position key tells files apart by name: two of one name would overwrite each other. */
  void checkNames(List<Metadata> files) {
    if (dataset.key().kind() != Key.Kind.POSITION) {
      return;
    }
    Map<String, Metadata> byName = new HashMap<>();
    for (Metadata file : files) {
      Metadata other = byName.put(file.resourceId().getFilename(), file);
      if (other != null) {
        problems.add(
            file.resourceId()
                + ": has the name of "
                + other.resourceId()
                + ", but key: position tells files apart by name; rename one");
      }
    }
  }

  void add(Metadata file) {
    try {
      LayoutChoice choice = LayoutChoice.of(dataset, file);
      if (choice.problem().isPresent()) {
        problems.add(file.resourceId() + ":" + choice.problem().get());
      } else {
        add(file, choice);
      }
    } catch (IOException e) {
      problems.add(file.resourceId() + ": cannot be read: " + e.getMessage());
    }
    base += positions(file);
  }

  /**
   * How many positions a file may take up. DEFLATE makes at most 1,032 bytes of one
   * (https://zlib.net/zlib_tech.html); zstd hardly does better on records.
   */
  private static long positions(Metadata file) {
    return isPlain(file) ? file.sizeBytes() : file.sizeBytes() * 1032;
  }

  private static boolean isPlain(Metadata file) {
    return Compression.detect(file.resourceId().toString()) == Compression.UNCOMPRESSED;
  }

  private void add(Metadata file, LayoutChoice choice) {
    Layout layout = dataset.layouts().get(choice.layout());
    if (layout.format() == Layout.Format.CSV) {
      Columns columns = Columns.bind(dataset, layout, choice.header().names());
      refuseRepeated(file, choice.header(), columns);
      noteUnknown(file, columns.unknown());
    }
    long asOf = options.asOf().map(Instant::toEpochMilli).orElse(file.lastModifiedMillis());
    if (asOf <= 0 && dataset.version().isEmpty()) {
      problems.add(file.resourceId() + ": the file has no time; give one with --asOf");
      return;
    }
    cut(file, choice, Instant.ofEpochMilli(asOf), isSplittable(file, layout));
  }

  /** Which of two columns of one name is meant, nobody can tell; a wrong guess would be stored. */
  private void refuseRepeated(Metadata file, Header header, Columns columns) {
    for (int column : columns.ofField()) {
      if (column >= 0) {
        String name = header.names().get(column);
        if (header.names().lastIndexOf(name) != header.names().indexOf(name)) {
          problems.add(
              "%s:%d: the header names \"%s\" twice, and a field reads it"
                  .formatted(file.resourceId(), header.line() - 1, name));
        }
      }
    }
  }

  private void noteUnknown(Metadata file, List<String> unknown) {
    if (unknown.isEmpty()) {
      return;
    }
    String text = file.resourceId() + ": no field reads " + String.join(", ", quoted(unknown));
    (options.refuseUnknownColumns() ? problems : notes).add(text);
  }

  private static List<String> quoted(List<String> names) {
    return names.stream().map(name -> '"' + name + '"').toList();
  }

  private boolean isSplittable(Metadata file, Layout layout) {
    boolean lines = layout.format() == Layout.Format.JSONL || !layout.multiline();
    boolean seekable = file.isReadSeekEfficient() && isPlain(file);
    // A position key counts records from the start of the file.
    return lines && seekable && dataset.key().kind() != Key.Kind.POSITION;
  }

  private void cut(Metadata file, LayoutChoice choice, Instant asOf, boolean splittable) {
    Header header = choice.header();
    long from = header.offset();
    long line = header.line();
    while (splittable && file.sizeBytes() - from > options.rangeBytes() * 3 / 2) {
      ranges.add(range(file, choice, asOf, new long[] {from, from + options.rangeBytes(), line}));
      from += options.rangeBytes();
      line = 0;
    }
    ranges.add(range(file, choice, asOf, new long[] {from, Long.MAX_VALUE, line}));
  }

  private FileRange range(Metadata file, LayoutChoice choice, Instant asOf, long[] fromToLine) {
    return new FileRange(
        file.resourceId().toString(),
        file.sizeBytes(),
        fromToLine[0],
        fromToLine[1],
        fromToLine[2],
        base,
        asOf,
        choice.layout(),
        choice.header().names());
  }
}
