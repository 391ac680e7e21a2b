package io.cloudpulse.pipelines.flags;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.transforms.SchemaPolicy;
import io.cloudpulse.transforms.activity.ActivityExamples;
import io.cloudpulse.transforms.likelihood.ModelFolder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads all flags of a training and tells everything that is wrong with them at once. */
public final class TrainSettingsReader {
  private static final String EVENTS = "activity.events";

  private final TrainFlags flags;
  private final MoveFlags asMove;
  private final Problems problems;
  private final Texts texts;
  private final MoveSettingsReader reader;

  private TrainSettingsReader(TrainFlags flags, Problems problems) {
    this.flags = flags;
    this.asMove = flags.asMove();
    this.problems = problems;
    this.texts = new Texts(problems);
    this.reader = new MoveSettingsReader(asMove, problems);
  }

  /**
   * Reads the flags.
   *
   * @param problems what was found before; more is added to it
   * @throws StoppedException with every problem, if there is one
   */
  public static TrainSettings read(TrainFlags flags, Problems problems) {
    return new TrainSettingsReader(flags, problems).read();
  }

  private TrainSettings read() {
    Dataset dataset = reader.dataset();
    MoveSettings move = move(dataset);
    Duration gap = texts.duration("sessionGap", flags.sessionGap, WindowFlags.LEAST_GAP_OF_A_MODEL);
    Optional<ActivityExamples> examples = examples(dataset, gap);
    boolean timed = dataset == null || dataset.name().equals(EVENTS);
    double split = timed ? split() : 0;
    int testEvery = timed ? 0 : testEvery();
    refuseTheOther(timed);
    long seed = texts.number("seed", flags.seed, 0, Integer.MAX_VALUE);
    Optional<ModelFolder> folder = folder();
    problems.stopIfAny();
    return new TrainSettings(
        move, examples.orElseThrow(), folder.orElseThrow(), split, testEvery, seed);
  }

  /** To nowhere. */
  private MoveSettings move(Dataset dataset) {
    reader.checkDeadLetters();
    DataflowCheck.refuse(asMove.runner, problems);
    FlinkCluster.refuse(asMove, problems);
    BeamFlags.check(asMove.others(), problems);
    Optional<RunnerProfile> runner = Optional.ofNullable(reader.runner());
    return new MoveSettings(
        dataset,
        source(),
        List.of(),
        reader.ledger(List.of()),
        Optional.ofNullable(asMove.deadLetters),
        Optional.empty(),
        runner.orElse(null),
        texts.fraction("maxRefused", asMove.maxRefused, "0.05"),
        Optional.empty(),
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        SchemaPolicy.REFUSE,
        runner.map(known -> known.with(asMove.others())).orElse(List.of()));
  }

  private SourceAddress source() {
    SourceAddress source = SourceAddresses.read(asMove.source, problems).orElse(null);
    if (source instanceof SourceAddress.Subscription subscription) {
      problems.flag(
          "source", subscription.written(), "one that can be read again", "files:events*.csv");
    }
    return source;
  }

  private Optional<ActivityExamples> examples(Dataset dataset, Duration gap) {
    if (dataset == null) {
      return Optional.empty();
    }
    Optional<ActivityExamples> found = ActivityExamples.of(dataset.name(), gap);
    if (found.isEmpty()) {
      String allowed = String.join(" or ", ActivityExamples.DATASETS);
      problems.flag("dataset", dataset.name(), allowed, EVENTS);
    }
    return found;
  }

  private double split() {
    double split = texts.fraction("split", flags.split == null ? "0.8" : flags.split, "0.8");
    if (split == 0 || split == 1) {
      problems.flag("split", flags.split, "a fraction between 0 and 1", "0.8");
    }
    return split;
  }

  private int testEvery() {
    String text = flags.testEvery == null ? "5" : flags.testEvery;
    return texts.number("testEvery", text, 2, Integer.MAX_VALUE);
  }

  private void refuseTheOther(boolean timed) {
    if (timed && flags.testEvery != null) {
      problems.add(
          "--testEvery is for activity.sessions: events tell their time, and a model is to be"
              + " measured on later ones. For example: --split=0.8");
    }
    if (!timed && flags.split != null) {
      problems.add(
          "--split is for activity.events: these records tell no time. For example: --testEvery=5");
    }
  }

  private Optional<ModelFolder> folder() {
    if (flags.model == null) {
      problems.missing("model", "the folder that the model goes into", ModelFlag.EXAMPLE);
      return Optional.empty();
    }
    return ModelFlag.folder(flags.model, problems);
  }
}
