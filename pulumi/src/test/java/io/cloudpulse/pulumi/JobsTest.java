package io.cloudpulse.pulumi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The jobs that a stack keeps running are started with what its outputs say. */
class JobsTest {
  private static final String EVENTS =
      "[{\"name\": \"events\", \"parameters\": {\"dataset\": \"activity.events\","
          + " \"source\": \"kafka://k:9092/events\", \"deadLetters\": \"kafka://k:9092/bad\"}}]";

  @Test
  void isAFlexTemplateJobWithoutPublicAddresses() {
    Stacks.Values values = Stacks.configuration("dev").with("jobs", EVENTS);
    Settings settings = SettingsReader.read("dev", new Configuration(values::find));

    Stacks.Run run = Stacks.run(settings, List.of());

    Seen job = run.only("FlexTemplateJob");
    Map<?, ?> flags = (Map<?, ?>) run.told().get("flags");
    assertThat(Rules.nothingPublic(run.seen())).isEmpty();
    assertThat(job.text("name")).isEqualTo("pulse-dev-events");
    assertThat(job.text("containerSpecGcsPath")).isEqualTo(run.told().get("template"));
    assertThat(job.text("serviceAccountEmail")).isEqualTo(flags.get("serviceAccount"));
    assertThat(job.text("subnetwork")).isEqualTo(flags.get("subnetwork"));
    assertThat(job.text("onDelete")).isEqualTo("drain");
    assertThat(job.input("parameters"))
        .isEqualTo(
            Map.of(
                "job", "events",
                "dataset", "activity.events",
                "source", "kafka://k:9092/events",
                "sink", flags.get("sink"),
                "ledger", flags.get("ledger"),
                "deadLetters", "kafka://k:9092/bad"));
  }
}
