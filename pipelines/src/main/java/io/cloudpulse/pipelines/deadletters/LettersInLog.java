package io.cloudpulse.pipelines.deadletters;

import io.cloudpulse.pipelines.flags.ExitCode;
import io.cloudpulse.pipelines.flags.StoppedException;
import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.LetterClosing;
import io.cloudpulse.transforms.LetterLog;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks through dead letters in files or a topic. A letter that several runs left is one letter: as
 * the last run left it, with an attempt for each run, as in PostgreSQL.
 */
final class LettersInLog implements LetterBox {
  private static final Comparator<KeptLetter> NEWEST_FIRST =
      Comparator.comparing((KeptLetter kept) -> kept.letter().getRun())
          .reversed()
          .thenComparing(kept -> kept.letter().getId());

  private static final Comparator<KeptLetter> LEAST_TRIED_FIRST =
      Comparator.comparing((KeptLetter kept) -> kept.letter().getAttempts())
          .thenComparing(kept -> kept.letter().getSource())
          .thenComparing(kept -> kept.letter().getOffset())
          .thenComparing(kept -> kept.letter().getId());

  private final LetterLog log;
  private final DeadLetterAddress place;

  LettersInLog(LetterLog log, DeadLetterAddress place) {
    this.log = log;
    this.place = place;
  }

  @Override
  public List<KeptLetter> newest(LetterFilter filter, int most) {
    return all(filter).sorted(NEWEST_FIRST).limit(most).toList();
  }

  @Override
  public List<KeptLetter> leastTried(LetterFilter filter, int most) {
    return all(filter).sorted(LEAST_TRIED_FIRST).limit(most).toList();
  }

  @Override
  public void close(String by, List<LetterClosing> closings) {
    try {
      log.close(by, closings);
    } catch (IOException failure) {
      throw StoppedException.because(
          ExitCode.FAILED,
          "The dead letters in " + place + " cannot be closed: " + failure.getMessage(),
          failure);
    }
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
    return all(LetterFilter.ALL)
        .filter(kept -> kept.letter().getId().startsWith(prefix))
        .sorted(Comparator.comparing(kept -> kept.letter().getId()))
        .limit(most)
        .toList();
  }

  /** How many letters a run left, by step. */
  Map<String, Long> countedByStep(String run) {
    Map<String, Long> counts = new TreeMap<>();
    try {
      log.readRun(run, letter -> counts.merge(letter.getStep(), 1L, Long::sum));
    } catch (IOException failure) {
      throw unreadable(failure);
    }
    return counts;
  }

  /** The ids of all that a step refused, but for what has found its place since. */
  Set<String> ids(String dataset, String step) {
    return byId().values().stream()
        .filter(kept -> !kept.status().equals(LetterClosing.REPLAYED))
        .map(KeptLetter::letter)
        .filter(letter -> letter.getDataset().equals(dataset) && letter.getStep().equals(step))
        .map(DeadLetter::getId)
        .collect(Collectors.toSet());
  }

  private Stream<KeptLetter> all(LetterFilter filter) {
    return byId().values().stream().filter(filter::accepts);
  }

  private Map<String, KeptLetter> byId() {
    Map<String, KeptLetter> kept = new HashMap<>();
    List<LetterClosing> closings = new ArrayList<>();
    try {
      log.read(
          letter -> kept.merge(letter.getId(), KeptLetter.of(letter), KeptLetter::seenAgain),
          closings::add);
    } catch (IOException failure) {
      throw unreadable(failure);
    }
    closings.forEach(
        closing -> kept.computeIfPresent(closing.id(), (id, letter) -> letter.closed(closing)));
    return kept;
  }

  private StoppedException unreadable(IOException failure) {
    return StoppedException.because(
        ExitCode.FAILED,
        "The dead letters in " + place + " cannot be read: " + failure.getMessage(),
        failure);
  }
}
