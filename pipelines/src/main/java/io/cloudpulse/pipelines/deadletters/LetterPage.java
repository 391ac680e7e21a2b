package io.cloudpulse.pipelines.deadletters;

import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.files.LineAt;
import java.io.IOException;
import java.util.OptionalLong;

/** All there is to know of a dead letter, for a person. */
final class LetterPage {
  private final StringBuilder text = new StringBuilder();

  private LetterPage() {}

  static String of(KeptLetter kept) throws IOException {
    LetterPage page = new LetterPage();
    DeadLetter letter = kept.letter();
    page.line("id", letter.getId());
    page.line("status", status(kept) + ", attempts: " + letter.getAttempts());
    kept.closing()
        .filter(closing -> !closing.because().isEmpty())
        .ifPresent(closing -> page.line("because", closing.because()));
    kept.firstSeen().ifPresent(time -> page.line("first seen", time.toString()));
    kept.lastSeen().ifPresent(time -> page.line("last seen", time.toString()));
    page.line("run", letter.getRun());
    page.line("dataset", letter.getDataset());
    page.line("step", letter.getStep());
    page.line("reason", letter.getReason());
    page.line("field", letter.getField().isEmpty() ? "(the record as a whole)" : letter.getField());
    page.line("message", letter.getMessage());
    if (letter.getEventTime() != null) {
      page.line("event time", letter.getEventTime().toString());
    }
    page.line("source", letter.getSource());
    page.line("place", place(letter));
    page.line("original", letter.getOriginal().length + " bytes");
    page.text.append(OriginalBytes.shown(letter.getOriginal())).append('\n');
    return page.text.toString();
  }

  private static String status(KeptLetter kept) {
    return kept.closing()
        .map(closing -> closing.status() + by(closing.run()) + " at " + closing.time())
        .orElse(kept.status());
  }

  private static String by(String run) {
    return run.isEmpty() ? "" : " by run " + run;
  }

  private static String place(DeadLetter letter) throws IOException {
    String offset = "byte " + letter.getOffset();
    if (letter.getLine() > 0) {
      return "line " + letter.getLine() + ", " + offset;
    }
    OptionalLong line = LineAt.of(letter.getSource(), letter.getOffset(), letter.getOriginal());
    return line.isPresent()
        ? "line " + line.getAsLong() + ", " + offset
        : offset + " (the file is not at hand, or has changed: its lines were not counted)";
  }

  private void line(String name, String value) {
    text.append(String.format("%-12s %s%n", name, value.replaceAll("\\p{Cntrl}+", " ")));
  }
}
