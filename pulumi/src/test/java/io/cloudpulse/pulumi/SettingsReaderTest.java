package io.cloudpulse.pulumi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingsReaderTest {
  @Test
  void readsWhatTheStackOfDevSays() {
    assertThat(Stacks.settings("dev"))
        .isEqualTo(
            new Settings(
                "my-project-dev",
                "europe-west1",
                "dev",
                false,
                new Settings.Database("db-custom-1-3840", 20, false),
                new Settings.Workers("n2-standard-2", 4),
                List.of("activity.events"),
                List.of(),
                Optional.empty(),
                List.of(),
                30));
  }

  @Test
  void readsWhatTheStackOfProdSays() {
    Settings prod = Stacks.settings("prod");

    assertThat(prod.protect()).isTrue();
    assertThat(prod.database().highlyAvailable()).isTrue();
    assertThat(prod.kubernetes()).contains(new Settings.Kubernetes("pulse", List.of()));
    assertThat(prod.alertEmails()).containsExactly("data-platform@example.com");
  }

  @Test
  void readsJobs() {
    Stacks.Values values =
        Stacks.configuration("dev")
            .with(
                "jobs",
                "[{\"name\": \"events\", \"parameters\": {\"dataset\": \"activity.events\","
                    + " \"source\": \"kafka://k:9092/events\"}}]");

    assertThat(SettingsReader.read("dev", new Configuration(values::find)).jobs())
        .containsExactly(
            new Settings.Job(
                "events", Map.of("dataset", "activity.events", "source", "kafka://k:9092/events")));
  }

  @Test
  void tellsEverythingThatIsWrongAtOnce() {
    assertThatThrownBy(() -> SettingsReader.read("Prod-1", new Configuration(WRONG::find)))
        .isInstanceOf(InvalidSettingsException.class)
        .satisfies(
            told ->
                assertThat(told.getMessage().lines().map(SettingsReaderTest::problem))
                    .containsExactly(
                        "The stack's name was \"Prod-1\"",
                        "gcp:project is missing",
                        "gcp:region was \"Paris\"",
                        "protect was \"yes\"",
                        "databaseTier was \"big\"",
                        "databaseDiskGb was \"1\"",
                        "maxWorkers was \"many\"",
                        "streams was \"northwind.ordres\"",
                        "jobs was \"{\"name\":\"X\"}\"",
                        "kubernetesAdmins was \"anywhere\"",
                        "alertEmails was \"me\""));
  }

  private static final Stacks.Values WRONG =
      Stacks.configuration("prod")
          .without("gcp:project")
          .with("gcp:region", "Paris")
          .with("protect", "yes")
          .with("databaseTier", "big")
          .with("databaseDiskGb", "1")
          .with("maxWorkers", "many")
          .with("streams", "[\"northwind.ordres\"]")
          .with("jobs", "[{\"name\": \"X\"}]")
          .with("alertEmails", "me")
          .with("kubernetesAdmins", "[\"anywhere\"]");

  /** Without the help that ends each line: what it may be, and an example. */
  private static String problem(String line) {
    assertThat(line).contains("For example: pulumi ");
    return line.replaceFirst("(\\. For example|, but must be).*", "");
  }

  @Test
  void wantsSomebodyToldWhereDataIsProtected() {
    Stacks.Values values = Stacks.configuration("prod").without("alertEmails");

    assertThatThrownBy(() -> SettingsReader.read("prod", new Configuration(values::find)))
        .hasMessage(
            "alertEmails was \"[]\", but must be at least one address where protect is true."
                + " For example: pulumi config set alertEmails '[\"data@example.com\"]'");
  }
}
