package io.cloudpulse.pipelines.flags;

import java.util.Optional;
import java.util.regex.Pattern;

/** Reads where records are kept as they came, and sees that the other flags go with it. */
public final class ArchiveFlag {
  private static final String FILES = "files:";
  private static final String EXAMPLE = "files:archive";

  /** What a glob would read as a pattern: the folder's files could not be found again. */
  private static final Pattern UNFIT = Pattern.compile("[*?\\[\\]{}]");

  private final MoveFlags flags;
  private final Problems problems;

  ArchiveFlag(MoveFlags flags, Problems problems) {
    this.flags = flags;
    this.problems = problems;
  }

  /** The folder; empty if nothing is to be archived. */
  Optional<String> read(SourceAddress source) {
    if (source instanceof SourceAddress.Archived archived) {
      check(archived);
    }
    if (flags.archive != null && !isKept(source)) {
      problems.add(
          "--archive keeps records of files and of Kafka topics as they came, but not those of"
              + " --source=%s: leave it out".formatted(source.written()));
    }
    return flags.archive == null ? Optional.empty() : folder(flags.archive, problems);
  }

  /** Reads an address; one that is none becomes a problem, and is empty. */
  public static Optional<String> folder(String text, Problems problems) {
    String folder = text.startsWith(FILES) ? text.substring(FILES.length()) : "";
    if (folder.isBlank() || UNFIT.matcher(folder).find()) {
      problems.flag("archive", text, "files:<folder>, without *, ?, [] or {}", EXAMPLE);
      return Optional.empty();
    }
    return Optional.of(folder);
  }

  /** One that is none is told elsewhere, as is an archive. */
  private static boolean isKept(SourceAddress source) {
    return !(source instanceof SourceAddress.Subscription || (source != null && source.isTable()));
  }

  /** What is archived tells its own time, ends, and is archived. */
  private void check(SourceAddress.Archived source) {
    if (flags.asOf != null) {
      problems.add(
          "--asOf says when data was true, but of archived records the archive knows: leave it"
              + " out with --source="
              + source.written());
    }
    if (flags.archive != null) {
      problems.add(
          "--archive keeps what comes, but --source=%s is kept already: leave it out"
              .formatted(source.written()));
    }
    if ("streaming".equals(flags.mode)) {
      problems.flag("mode", flags.mode, "batch for an archive, which is read to its end", "batch");
    }
  }
}
