package io.cloudpulse.pipelines.deadletters;

import io.cloudpulse.pipelines.deadletters.LetterBox.LetterCount;
import io.cloudpulse.transforms.DeadLetter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A list of dead letters for a person: one a line, then how many there are of what. */
final class LetterTable {
  /** Tells some millions apart. */
  private static final int ID_DIGITS = 12;

  private static final int MESSAGE = 70;
  private static final List<String> TITLES =
      List.of(
          "id", "when", "status", "tried", "dataset", "step", "reason", "field", "from", "message");

  private LetterTable() {}

  static String of(List<KeptLetter> letters, List<LetterCount> totals) {
    if (totals.isEmpty()) {
      return "There are no such dead letters.\n";
    }
    StringBuilder text = new StringBuilder();
    if (!letters.isEmpty()) {
      List<List<String>> rows = new ArrayList<>(List.of(TITLES));
      letters.forEach(kept -> rows.add(row(kept)));
      text.append(aligned(rows)).append('\n');
    }
    long all = totals.stream().mapToLong(LetterCount::letters).sum();
    text.append(String.format(Locale.ROOT, "%,d in all, %,d shown%n", all, letters.size()));
    for (LetterCount total : totals) {
      text.append(
          String.format(
              Locale.ROOT, "%,9d  %s  %s%n", total.letters(), total.dataset(), total.reason()));
    }
    return text.toString();
  }

  private static List<String> row(KeptLetter kept) {
    DeadLetter letter = kept.letter();
    return List.of(
        letter.getId().substring(0, Math.min(ID_DIGITS, letter.getId().length())),
        kept.lastSeen().map(LetterTable::time).orElse(""),
        status(kept),
        Integer.toString(letter.getAttempts()),
        letter.getDataset(),
        letter.getStep(),
        letter.getReason(),
        letter.getField(),
        LetterPlace.shortly(letter),
        shortened(letter.getMessage()));
  }

  private static String status(KeptLetter kept) {
    return kept.closing()
        .filter(closing -> !closing.run().isEmpty())
        .map(closing -> closing.status() + " by " + closing.run())
        .orElse(kept.status());
  }

  private static String time(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** One line, without what a terminal would obey. */
  private static String shortened(String message) {
    String line = message.replaceAll("\\p{Cntrl}+", " ");
    return line.length() <= MESSAGE ? line : line.substring(0, MESSAGE - 3) + "...";
  }

  private static String aligned(List<List<String>> rows) {
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.size(); i++) {
        line.append(String.format("%-" + width(rows, i) + "s  ", row.get(i)));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private static int width(List<List<String>> rows, int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(1);
  }
}
