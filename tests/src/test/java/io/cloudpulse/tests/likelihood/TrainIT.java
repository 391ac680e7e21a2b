package io.cloudpulse.tests.likelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.PostgresServer;
import io.cloudpulse.tests.kit.PulseCommand;
import io.cloudpulse.tests.kit.RealData;
import io.cloudpulse.transforms.activity.VisitFeatures;
import io.cloudpulse.transforms.likelihood.ModelCard;
import io.cloudpulse.transforms.likelihood.ModelFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code pulse train}, from a file of visits to a published model. */
@ExtendWith(PostgresServer.class)
class TrainIT {
  @TempDir Path temp;

  @Test
  void fitsAModelThatTellsWhatCanBeTold(Database database) throws Exception {
    Path file = Visits.write(temp.resolve("visits.csv"), 4_000, 1);

    PulseCommand ended = train(database, file, "first");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    ModelCard card = card("first");
    assertThat(ended.out())
        .contains("accepted       3,960", "refused        40", "model          " + card.model());
    assertThat(card.number()).isEqualTo(1);
    assertThat(card.features()).isEqualTo(VisitFeatures.schema());
    assertThat(card.training().examples()).isEqualTo(3_960);
    assertThat(card.training().fitted()).as("not each fifth").isEqualTo(3_200);
    assertThat(card.training().source()).isEqualTo("files:" + file);
    assertThat(card.metrics().examples()).as("but those refused").isEqualTo(760);
    assertThat(card.metrics().auc()).isCloseTo(0.8743, within(0.04));
    assertThat(card.metrics().accuracy()).isCloseTo(0.9, within(0.04));
    assertThat(card.metrics().baseRate()).isCloseTo(0.34, within(0.05));
    assertThat(card.fitting().versions()).containsEntry("tribuo", "4.3.2");
    assertThat(database.one("select count(*) from pulse.runs where state = 'done'")).isEqualTo("1");
  }

  @Test
  void theSameDataAndSeedGiveTheSameModel(Database database) throws Exception {
    Path file = Visits.write(temp.resolve("visits.csv"), 1_000, 2);

    assertThat(train(database, file, "one").exitCode()).isZero();
    assertThat(train(database, file, "other", "--runner=flink").exitCode()).isZero();
    assertThat(train(database, file, "third", "--seed=2").exitCode()).isZero();

    assertThat(card("other").model()).isEqualTo(card("one").model());
    assertThat(card("other").training()).isEqualTo(card("one").training());
    assertThat(card("other").metrics()).isEqualTo(card("one").metrics());
    assertThat(forest("other")).isEqualTo(forest("one"));
    assertThat(forest("third")).isNotEqualTo(forest("one"));
    assertThat(card("third").training().sha256()).isEqualTo(card("one").training().sha256());
  }

  @Test
  void tooManyRefusedLeaveNoModel(Database database) throws Exception {
    Path file = Visits.write(temp.resolve("visits.csv"), 500, 3);

    PulseCommand ended = train(database, file, "none", "--maxRefused=0.009");

    assertThat(ended.exitCode()).isEqualTo(4);
    assertThat(ended.err()).contains("5 of 500 records were refused", "No model was published.");
    assertThat(temp.resolve("none")).doesNotExist();
  }

  @Test
  void dataWithoutBuyersLeavesNoModel(Database database) throws Exception {
    Path file = Visits.write(temp.resolve("visits.csv"), 500, 3);
    Files.writeString(file, Files.readString(file).replace(",TRUE\n", ",FALSE\n"));

    PulseCommand ended = train(database, file, "none");

    assertThat(ended.exitCode()).isEqualTo(5);
    assertThat(ended.err())
        .contains("Of the 400 examples to fit the model to, 0 are followed by a purchase");
    assertThat(temp.resolve("none")).doesNotExist();
  }

  /** The data of the UCI repository (id 468): a published XGBoost has an AUC of 0.937. */
  @Test
  void isAsGoodAsOthersOnRealVisits(Database database) throws Exception {
    Path file = RealData.folder().resolve("events/online_shoppers_intention.csv");
    assumeTrue(Files.exists(file), () -> file + " is missing");

    PulseCommand ended = train(database, file, "real", "--runner=flink");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    ModelCard.Metrics metrics = card("real").metrics();
    System.out.println("likelihood | " + metrics);
    assertThat(metrics.examples()).isEqualTo(2_466);
    assertThat(metrics.accuracy()).isGreaterThanOrEqualTo(0.90);
    assertThat(metrics.auc()).isGreaterThanOrEqualTo(0.93);
    assertThat(metrics.auc()).as("more would be too good to be true").isLessThan(0.96);
  }

  private PulseCommand train(Database database, Path file, String folder, String... more) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "train",
                "--dataset=activity.sessions",
                "--source=files:" + file,
                "--model=" + temp.resolve(folder),
                "--ledger=" + database.sink(),
                "--deadLetters=files:" + temp.resolve("letters")));
    args.addAll(List.of(more));
    if (args.stream().noneMatch(arg -> arg.startsWith("--runner="))) {
      args.add("--runner=direct");
    }
    return PulseCommand.run(args.toArray(String[]::new));
  }

  private ModelCard card(String folder) throws Exception {
    ModelFolder models = ModelFolder.at(temp.resolve(folder).toString());
    return models.card(models.current().orElseThrow());
  }

  private byte[] forest(String folder) throws Exception {
    return Files.readAllBytes(temp.resolve(folder).resolve(card(folder).model() + "/forest.json"));
  }
}
