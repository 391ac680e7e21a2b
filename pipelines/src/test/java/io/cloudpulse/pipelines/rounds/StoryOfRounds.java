package io.cloudpulse.pipelines.rounds;

import io.cloudpulse.pipelines.source.RoundTopic;
import io.cloudpulse.transforms.Round;
import io.cloudpulse.transforms.RoundBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A topic, a book and a runner that tell what was done to them, in order. */
final class StoryOfRounds implements RoundTopic, RoundBook, RoundWork {
  private final List<String> told = new ArrayList<>();
  private Optional<Round> unfinished = Optional.empty();
  private Optional<Round> done = Optional.empty();
  private Map<Integer, Long> committed = Map.of();
  private Map<Integer, Long> earliest = Map.of();
  private Map<Integer, Long> latest = Map.of();
  private Map<Integer, Long> later = Map.of();
  private int looksUntilLater = Integer.MAX_VALUE;
  private int looks;
  private int failingLooks;
  private int failingRuns;

  List<String> told() {
    return told;
  }

  List<String> runs() {
    return told.stream().filter(what -> what.matches("(ran|summed) .*")).toList();
  }

  int looks() {
    return looks;
  }

  void unfinished(Round round) {
    unfinished = Optional.of(round);
  }

  void done(Round round) {
    done = Optional.of(round);
  }

  StoryOfRounds committed(Map<Integer, Long> offsets) {
    committed = offsets;
    return this;
  }

  StoryOfRounds earliest(Map<Integer, Long> offsets) {
    earliest = offsets;
    return this;
  }

  StoryOfRounds latest(Map<Integer, Long> offsets) {
    latest = offsets;
    return this;
  }

  void thenAfterLooks(int count, Map<Integer, Long> offsets) {
    looksUntilLater = count;
    later = offsets;
  }

  StoryOfRounds failingLooks(int count) {
    failingLooks = count;
    return this;
  }

  StoryOfRounds failingRuns(int count) {
    failingRuns = count;
    return this;
  }

  @Override
  public Sight look() {
    if (failingLooks-- > 0) {
      throw new IllegalStateException("a look that fails");
    }
    return new Sight(Map.of(), earliest, looks++ < looksUntilLater ? latest : later);
  }

  @Override
  public Map<Integer, Long> committed() {
    return committed;
  }

  @Override
  public void commit(Map<Integer, Long> offsets) {
    told.add("committed " + offsets);
  }

  @Override
  public Optional<Round> unfinished() {
    return unfinished;
  }

  @Override
  public Optional<Round> done() {
    return done;
  }

  @Override
  public void plan(Round round) {
    told.add("planned " + words(round));
  }

  @Override
  public void finish(Round round) {
    told.add("done " + round.number());
  }

  @Override
  public void run(Round round, Optional<Map<Integer, Long>> began) {
    if (failingRuns-- > 0) {
      told.add("failed " + round.number());
      throw new IllegalStateException("a run that fails");
    }
    told.add((began.isPresent() ? "summed " : "ran ") + words(round));
  }

  private static String words(Round round) {
    return "%d %s..%s".formatted(round.number(), round.from(), round.to());
  }

  @Override
  public void close() {}
}
