package io.cloudpulse.pipelines.flags;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.transforms.likelihood.ModelFolder;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the flag that names a model. */
record ModelFlag(MoveFlags flags, Problems problems) {
  static final String EXAMPLE = "models/likelihood";

  private static final String EVENTS = "activity.events";

  /** What a glob would read as a pattern: the folder's models could not be found. */
  private static final Pattern UNFIT = Pattern.compile("[*?\\[\\]{}]");

  Optional<ModelFolder> read(Dataset dataset) {
    String folder = flags.windows.model;
    if (folder == null) {
      return Optional.empty();
    }
    if (dataset != null && !dataset.name().equals(EVENTS)) {
      problems.add(
          "--model was \"%s\", but a model is asked about sessions of %s alone, not about %s"
              .formatted(folder, EVENTS, dataset.name()));
    }
    if (flags.windows.aggregates.equals("off")) {
      problems.add("--model tells rows that are computed, but --aggregates=off asks for none");
    }
    if (isShort(flags.windows.sessionGap)) {
      problems.flag("sessionGap", flags.windows.sessionGap, "PT1S or longer with --model", "PT30M");
    }
    return folder(folder, problems);
  }

  /** Reads the name of a folder; one that cannot be is a problem, and is empty. */
  static Optional<ModelFolder> folder(String text, Problems problems) {
    if (text.isBlank() || UNFIT.matcher(text).find()) {
      problems.flag("model", text, "a folder, without *, ?, [] or {}", EXAMPLE);
      return Optional.empty();
    }
    return Optional.of(ModelFolder.at(text));
  }

  /** What is no duration is told of by who reads it. */
  private static boolean isShort(String gap) {
    try {
      return Duration.parse(gap).compareTo(WindowFlags.LEAST_GAP_OF_A_MODEL) < 0;
    } catch (DateTimeParseException wrong) {
      return false;
    }
  }
}
