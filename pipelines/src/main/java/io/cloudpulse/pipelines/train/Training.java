package io.cloudpulse.pipelines.train;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cloudpulse.pipelines.flags.ExitCode;
import io.cloudpulse.pipelines.flags.StoppedException;
import io.cloudpulse.pipelines.flags.TrainSettings;
import io.cloudpulse.pipelines.live.Watchers;
import io.cloudpulse.pipelines.move.Move;
import io.cloudpulse.pipelines.move.MoveRun;
import io.cloudpulse.pipelines.move.RunReport;
import io.cloudpulse.pipelines.preflight.Preflight;
import io.cloudpulse.transforms.likelihood.Checksum;
import io.cloudpulse.transforms.likelihood.Example;
import io.cloudpulse.transforms.likelihood.Forest;
import io.cloudpulse.transforms.likelihood.Model;
import io.cloudpulse.transforms.likelihood.ModelCard;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.util.ReleaseInfo;
import org.tribuo.Tribuo;

/** Makes examples of records by the graph of a move, fits a model to them and publishes it. */
public final class Training {
  /** Fitting to so many takes some minutes; more hardly make it better. */
  static final int MOST_FITTED = 200_000;

  private static final int SHORT = 8;

  private final TrainSettings settings;
  private final ExampleFiles files;
  private final Move move;

  /**
   * A training.
   *
   * @param run id of the run that reads
   * @throws StoppedException if there is nothing to read, or it does not fit
   */
  public Training(TrainSettings settings, ExampleFiles files, String run) {
    this.settings = settings;
    this.files = files;
    this.move =
        Move.prepare(settings.move(), run).computing("examples", settings.examples().make(), files);
  }

  /** What the runner says of the graph. */
  public Preflight preflight() {
    return move.preflight();
  }

  /** Reads the records; the examples that they make are at hand then. */
  public RunReport read(Watchers watchers) {
    return new MoveRun(move, "", watchers).run();
  }

  /**
   * Fits the model and publishes it.
   *
   * @throws StoppedException if the examples do not show what to tell apart; nothing is published
   */
  public ModelCard fit(Instant now) throws IOException {
    List<Example> all = files.read();
    if (all.isEmpty()) {
      throw stop("There is nothing to fit a model to: no record was accepted");
    }
    Split.Parts parts = Split.of(settings).of(all);
    List<Example> fitted = Sessions.atMost(MOST_FITTED, parts.fitted());
    checkBoth("to fit the model to", fitted);
    checkBoth("kept back to measure it (" + parts.words() + ")", parts.kept());
    Forest forest = new FitForest(settings.examples().schema()).fit(fitted, settings.seed());
    Model model = new Model(card(forest, all, parts, fitted.size(), now), forest);
    settings.folder().publish(model);
    return model.card();
  }

  private void checkBoth(String what, List<Example> examples) {
    long bought = examples.stream().filter(Example::bought).count();
    if (bought == 0 || bought == examples.size()) {
      throw stop(
          "Of the %,d examples %s, %,d are followed by a purchase: a model needs some that are and"
                  .formatted(examples.size(), what, bought)
              + " some that are not. Give it more records, of a longer time");
    }
  }

  private static StoppedException stop(String why) {
    return StoppedException.because(ExitCode.FAILED, why + ".\nNo model was published.");
  }

  private ModelCard card(
      Forest forest, List<Example> all, Split.Parts parts, int fitted, Instant now)
      throws IOException {
    int number = settings.folder().nextNumber();
    String hash = Checksum.of(forest.bytes());
    return new ModelCard(
        number + "-" + hash.substring(0, SHORT),
        number,
        now.toString(),
        settings.examples().schema(),
        new ModelCard.Training(
            settings.move().source().written(),
            parts.words(),
            all.size(),
            fitted,
            all.size() - fitted - parts.kept().size(),
            checksum(all)),
        Measured.of(forest, parts.kept()),
        new ModelCard.Fitting(settings.seed(), FitForest.TREES, FitForest.DEPTH, versions()),
        hash);
  }

  private static String checksum(List<Example> all) {
    Checksum checksum = new Checksum();
    all.forEach(example -> checksum.add((example.line() + "\n").getBytes(UTF_8)));
    return checksum.hex();
  }

  private static Map<String, String> versions() {
    Map<String, String> versions = new TreeMap<>();
    versions.put("beam", ReleaseInfo.getReleaseInfo().getVersion());
    versions.put("java", Runtime.version().toString());
    versions.put("tribuo", Tribuo.VERSION);
    return versions;
  }
}
