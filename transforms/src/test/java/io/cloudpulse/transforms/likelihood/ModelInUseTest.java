package io.cloudpulse.transforms.likelihood;

import static io.cloudpulse.transforms.likelihood.SomeModels.SCHEMA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelInUseTest {
  private static final FeatureSchema OTHER =
      new FeatureSchema("shop.visits", List.of(Feature.log("clicks")), Map.of());

  @TempDir Path temp;
  private ModelFolder folder;
  private long nanos;

  @BeforeEach
  void nameAFolder() {
    folder = ModelFolder.at(temp.toString());
  }

  @Test
  void takesANewModelOnceItIsTimeToLook() throws Exception {
    Model first = SomeModels.published(folder, 0.1, 0.9);
    ModelInUse used = ModelChoice.following(folder, SCHEMA).open(() -> nanos);
    Model second = SomeModels.published(folder, 0.2, 0.8);

    used.look();
    assertThat(used.model().id()).isEqualTo(first.id());
    lookAgain(used);
    assertThat(used.model().id()).isEqualTo(second.id());
  }

  @Test
  void keepsWhatItHasInsteadOfOneThatDoesNotFit() throws Exception {
    Model first = SomeModels.published(folder, 0.1, 0.9);
    ModelInUse used = ModelChoice.following(folder, SCHEMA).open(() -> nanos);
    folder.publish(SomeModels.of(2, OTHER, 0.1, 0.9));

    lookAgain(used);
    lookAgain(used);
    assertThat(used.model().id()).isEqualTo(first.id());

    Model third = SomeModels.published(folder, 0.3, 0.7);
    lookAgain(used);
    assertThat(used.model().id()).isEqualTo(third.id());
  }

  @Test
  void keepsWhatItHasWhereNoneIsNamedAnyMore() throws Exception {
    Model first = SomeModels.published(folder, 0.1, 0.9);
    ModelInUse used = ModelChoice.following(folder, SCHEMA).open(() -> nanos);
    Files.delete(temp.resolve("current"));

    lookAgain(used);

    assertThat(used.model().id()).isEqualTo(first.id());
  }

  @Test
  void beginsWithTheNewestThatFits() throws Exception {
    var unused = SomeModels.published(folder, 0.1, 0.9);
    Model second = SomeModels.published(folder, 0.2, 0.8);
    folder.publish(SomeModels.of(3, OTHER, 0.1, 0.9));

    assertThat(ModelChoice.following(folder, SCHEMA).open().model().id()).isEqualTo(second.id());
    assertThat(ModelChoice.now(folder, SCHEMA).pinned()).isEqualTo(second.id());
  }

  /** Who goes back to an older model names it. */
  @Test
  void beginsWithTheOneThatIsNamedThoughNewerOnesAreThere() throws Exception {
    Model first = SomeModels.published(folder, 0.1, 0.9);
    var unused = SomeModels.published(folder, 0.2, 0.8);
    Files.writeString(temp.resolve("current"), first.id());

    assertThat(ModelChoice.following(folder, SCHEMA).open().model().id()).isEqualTo(first.id());
  }

  @Test
  void whatEndsIsToldByOneModel() throws Exception {
    Model first = SomeModels.published(folder, 0.1, 0.9);
    ModelInUse used = ModelChoice.now(folder, SCHEMA).open(() -> nanos);
    var unused = SomeModels.published(folder, 0.2, 0.8);

    lookAgain(used);

    assertThat(used.model().id()).isEqualTo(first.id());
  }

  @Test
  void doesNotBeginWithoutAModelAndSaysWhatIsWrongWithEach() throws Exception {
    assertThatThrownBy(() -> ModelChoice.now(folder, SCHEMA))
        .isInstanceOf(IOException.class)
        .hasMessage("There is no model in " + folder.address() + " that can be used");
    Model misfit = SomeModels.of(1, OTHER, 0.1, 0.9);
    folder.publish(misfit);

    assertThatThrownBy(() -> ModelChoice.following(folder, SCHEMA).open())
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll(
            "that can be used:\n" + folder.address() + misfit.id(),
            "it wants clicks (LOG), which is not there",
            "it does not know pages (LOG), weekend (FLAG)");
  }

  private void lookAgain(ModelInUse used) {
    nanos += ModelInUse.PAUSE.toNanos();
    used.look();
  }
}
