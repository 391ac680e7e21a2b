package io.cloudpulse.transforms.likelihood;

import static io.cloudpulse.transforms.likelihood.SomeModels.SCHEMA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFolderTest {
  @TempDir Path temp;
  private ModelFolder folder;

  @BeforeEach
  void nameOneThatIsNotThereYet() {
    folder = ModelFolder.at(temp.resolve("models").toString());
  }

  @Test
  void hasNothingAtFirst() throws Exception {
    assertThat(folder.current()).isEmpty();
    assertThat(folder.all()).isEmpty();
    assertThat(folder.nextNumber()).isEqualTo(1);
  }

  @Test
  void keepsEachModelAndNamesTheLast() throws Exception {
    Model first = SomeModels.published(folder, 0.1, 0.9);
    Model second = SomeModels.published(folder, 0.2, 0.8);

    assertThat(folder.current()).contains(second.id());
    assertThat(folder.all()).containsExactly(second.id(), first.id());
    assertThat(folder.nextNumber()).isEqualTo(3);
    assertThat(folder.card(first.id())).isEqualTo(first.card());
    assertThat(folder.load(first.id(), SCHEMA).likelihood(new double[] {2, 0})).isEqualTo(0.9);
  }

  @Test
  void leavesNothingUnfinished() throws Exception {
    Model model = SomeModels.published(folder, 0.1, 0.9);

    try (Stream<Path> all = Files.walk(temp)) {
      assertThat(all.filter(Files::isRegularFile).map(temp.resolve("models")::relativize))
          .containsExactlyInAnyOrder(
              Path.of("current"),
              Path.of(model.id(), "card.json"),
              Path.of(model.id(), "forest.json"));
    }
  }

  @Test
  void numbersGoByValueNotByText() throws Exception {
    folder.publish(SomeModels.of(9, SCHEMA, 0.1, 0.9));
    folder.publish(SomeModels.of(10, SCHEMA, 0.1, 0.9));

    assertThat(folder.nextNumber()).isEqualTo(11);
  }

  @Test
  void endsWithTheLastNumberThatVersionsHave() throws Exception {
    folder.publish(SomeModels.of(16_383, SCHEMA, 0.1, 0.9));

    assertThatThrownBy(folder::nextNumber)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("has had 16383 models: take another folder");
  }

  @Test
  void refusesAModelThatWantsSomethingElseAndSaysAll() throws Exception {
    Model model = SomeModels.published(folder, 0.1, 0.9);
    FeatureSchema given =
        new FeatureSchema(SCHEMA.dataset(), List.of(Feature.log("pages")), Map.of("gap", "PT5M"));

    assertThatThrownBy(() -> folder.load(model.id(), given))
        .isInstanceOf(UnfitModelException.class)
        .hasMessage(
            folder.address()
                + model.id()
                + " cannot be used: it wants weekend (FLAG), which is not there;"
                + " it was fitted with gap PT30M, not PT5M");
  }

  @Test
  void refusesAForestThatIsNotTheCards() throws Exception {
    Model model = SomeModels.published(folder, 0.1, 0.9);
    Path forest = temp.resolve("models/" + model.id() + "/forest.json");
    Files.writeString(forest, Files.readString(forest).replace("0.9", "0.8"));

    assertThatThrownBy(() -> folder.load(model.id(), SCHEMA))
        .isInstanceOf(UnfitModelException.class)
        .hasMessageContaining("its forest.json is not the one that its card tells of");
  }

  @Test
  void refusesTreesThatLookBeyondTheFeatures() throws Exception {
    Forest forest =
        new Forest(
            List.of(new Tree(new int[] {7, -1, -1}, new double[] {0, 0, 1}, new int[] {2, 0, 0})));
    ModelCard like = SomeModels.of(1, SCHEMA, 0, 1).card();
    String hash = Checksum.of(forest.bytes());
    Model model =
        new Model(
            new ModelCard(
                like.model(),
                1,
                like.fitted(),
                SCHEMA,
                like.training(),
                like.metrics(),
                like.fitting(),
                hash),
            forest);
    folder.publish(model);

    assertThatThrownBy(() -> folder.load(model.id(), SCHEMA))
        .isInstanceOf(UnfitModelException.class)
        .hasMessageContaining("its trees look at features that are not there");
  }

  @Test
  void refusesWhatIsBrokenMissingOrNoModel() throws Exception {
    Model model = SomeModels.published(folder, 0.1, 0.9);
    Path own = temp.resolve("models/" + model.id());
    Files.move(own.resolve("forest.json"), own.resolve("away"));
    assertThatThrownBy(() -> folder.load(model.id(), SCHEMA))
        .isInstanceOf(UnfitModelException.class)
        .hasMessageContaining("it has no forest.json");
    Files.writeString(own.resolve("card.json"), "{\"model\": ");
    assertThatThrownBy(() -> folder.card(model.id()))
        .isInstanceOf(UnfitModelException.class)
        .hasMessageContaining("its card.json cannot be read: Unexpected end-of-input");
    assertThatThrownBy(() -> folder.card("../1-12345678"))
        .isInstanceOf(UnfitModelException.class)
        .hasMessageContaining("a model is named as in 7-3fa9c1d2");
    assertThatThrownBy(() -> folder.card("7-3fa9c1d2"))
        .isInstanceOf(UnfitModelException.class)
        .hasMessageContaining("7-3fa9c1d2 cannot be used: it has no card.json");
  }
}
