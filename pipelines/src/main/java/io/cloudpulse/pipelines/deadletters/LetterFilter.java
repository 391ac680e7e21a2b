package io.cloudpulse.pipelines.deadletters;

import io.cloudpulse.transforms.DeadLetter;
import java.util.List;
import java.util.Optional;

/**
 * Which dead letters are asked for; what is empty does not matter.
 *
 * @param run the one that left them last
 * @param statuses any of these
 * @param ids beginnings of ids, any of these
 */
public record LetterFilter(
    Optional<String> dataset,
    Optional<String> run,
    Optional<String> reason,
    Optional<String> step,
    List<String> statuses,
    List<String> ids) {
  public static final String OPEN = "open";

  /** All there are. */
  public static final LetterFilter ALL =
      new LetterFilter(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          List.of());

  /** The same, of these statuses. */
  public LetterFilter withStatuses(List<String> wanted) {
    return new LetterFilter(dataset, run, reason, step, wanted, ids);
  }

  /** The same, of one dataset. */
  public LetterFilter withDataset(String name) {
    return new LetterFilter(Optional.of(name), run, reason, step, statuses, ids);
  }

  /** All that a run left last, and nobody has closed. */
  public static LetterFilter leftBy(String run) {
    return new LetterFilter(
        Optional.empty(),
        Optional.of(run),
        Optional.empty(),
        Optional.empty(),
        List.of(OPEN),
        List.of());
  }

  /** True if it asks for less than all letters of some status. */
  boolean isNarrow() {
    return !withStatuses(List.of()).equals(ALL);
  }

  boolean accepts(KeptLetter kept) {
    DeadLetter letter = kept.letter();
    return isOrAny(dataset, letter.getDataset())
        && isOrAny(run, letter.getRun())
        && isOrAny(reason, letter.getReason())
        && isOrAny(step, letter.getStep())
        && (statuses.isEmpty() || statuses.contains(kept.status()))
        && (ids.isEmpty() || ids.stream().anyMatch(letter.getId()::startsWith));
  }

  private static boolean isOrAny(Optional<String> wanted, String found) {
    return wanted.isEmpty() || wanted.get().equals(found);
  }
}
