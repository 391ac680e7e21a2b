package io.cloudpulse.pipelines.deadletters;

import io.cloudpulse.pipelines.flags.ExitCode;
import io.cloudpulse.pipelines.flags.StoppedException;
import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.files.FileDeadLetters;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks through files of dead letters. A letter that several runs left is one letter: as the last
 * run left it, with an attempt for each run, as in PostgreSQL.
 */
final class LettersInFiles implements LetterBox {
  private static final Comparator<KeptLetter> NEWEST_FIRST =
      Comparator.comparing((KeptLetter kept) -> kept.letter().getRun())
          .reversed()
          .thenComparing(kept -> kept.letter().getId());

  private final InFiles place;

  LettersInFiles(InFiles place) {
    this.place = place;
  }

  @Override
  public List<KeptLetter> newest(LetterFilter filter, int most) {
    return all(filter).sorted(NEWEST_FIRST).limit(most).toList();
  }

  @Override
  public List<LetterCount> totals(LetterFilter filter) {
    Map<String, Map<String, Long>> counts =
        all(filter)
            .map(KeptLetter::letter)
            .collect(
                Collectors.groupingBy(
                    DeadLetter::getDataset,
                    TreeMap::new,
                    Collectors.groupingBy(
                        DeadLetter::getReason, TreeMap::new, Collectors.counting())));
    return counts.entrySet().stream()
        .flatMap(
            dataset ->
                dataset.getValue().entrySet().stream()
                    .map(
                        reason ->
                            new LetterCount(dataset.getKey(), reason.getKey(), reason.getValue())))
        .toList();
  }

  @Override
  public List<KeptLetter> startingWith(String prefix, int most) {
    LetterFilter any = new LetterFilter(Optional.empty(), Optional.empty(), Optional.empty());
    return all(any)
        .filter(kept -> kept.letter().getId().startsWith(prefix))
        .sorted(Comparator.comparing(kept -> kept.letter().getId()))
        .limit(most)
        .toList();
  }

  void each(Consumer<KeptLetter> letters) {
    byId().values().forEach(letters);
  }

  private Stream<KeptLetter> all(LetterFilter filter) {
    return byId().values().stream().filter(kept -> filter.accepts(kept.letter()));
  }

  private Map<String, KeptLetter> byId() {
    Map<String, KeptLetter> kept = new HashMap<>();
    try {
      FileDeadLetters.in(place.folder())
          .read(letter -> kept.merge(letter.getId(), KeptLetter.of(letter), KeptLetter::seenAgain));
    } catch (IOException failure) {
      throw unreadable(place, failure);
    }
    return kept;
  }

  static StoppedException unreadable(InFiles place, IOException failure) {
    return StoppedException.because(
        ExitCode.FAILED,
        "The dead letters in " + place + " cannot be read: " + failure.getMessage(),
        failure);
  }
}
