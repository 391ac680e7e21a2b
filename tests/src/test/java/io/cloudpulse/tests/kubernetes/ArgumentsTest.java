package io.cloudpulse.tests.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.cloudpulse.pipelines.Pulse;
import io.cloudpulse.schemas.file.Datasets;
import io.cloudpulse.transforms.postgres.PostgresAddress;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Model.CommandSpec;

/** What manifests tell {@code pulse} is what it understands. */
class ArgumentsTest {
  private static final CommandSpec RUN =
      Pulse.commandLine().getSubcommands().get("run").getCommandSpec();

  private static final Pattern SECRET = Pattern.compile("secret://file(/[^&?\\s]+)/([^/&?\\s]+)");

  static List<String> overlays() {
    return Packaging.overlays();
  }

  @BeforeAll
  static void needsARenderer() {
    assumeTrue(
        Packaging.canRender(), "neither kustomize nor kubectl is on the PATH: nothing is checked");
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void areFlagsOfRunOrOfTheRunner(String overlay) {
    assertThat(Job.of(overlay))
        .extracting(Job::name)
        .containsExactlyInAnyOrder("orders", "trades", "books", "events");
    assertThat(Job.of(overlay))
        .allSatisfy(
            job -> {
              assertThat(job.args()).first().isEqualTo("run");
              assertThat(job.args()).doesNotHaveDuplicates().contains("--metrics=9464");
              assertThat(job.args().subList(1, job.args().size()))
                  .allSatisfy(ArgumentsTest::assertKnown);
            });
  }

  private static void assertKnown(String arg) {
    assertThat(arg).matches("--\\w+=.+");
    String flag = arg.substring(0, arg.indexOf('='));
    if (RUN.findOption(flag) == null) {
      assertThatCode(() -> PipelineOptionsFactory.fromArgs(arg).create())
          .as(arg)
          .doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void nameWhatThereIs(String overlay) {
    assertThat(Job.of(overlay))
        .allSatisfy(
            job -> {
              assertThat(Datasets.named(job.value("dataset")).name())
                  .isEqualTo(job.value("dataset"));
              PostgresAddress sink = PostgresAddress.parse(job.value("sink"));
              assertThat(sink.passwordName())
                  .isEqualTo("secret://file/run/secrets/pulse/postgres-password");
            });
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void nameSecretsThatEachPodHas(String overlay) {
    JsonNode known = Yaml.documents(Packaging.text("secret.example.yaml")).get(0).get("stringData");
    for (Job job : Job.of(overlay)) {
      Matcher secret = SECRET.matcher(String.join("\n", job.args()));
      assertThat(secret.find()).as(job.name()).isTrue();
      do {
        assertThat(job.secretFolders()).contains(secret.group(1));
        assertThat(known.has(secret.group(2))).isTrue();
      } while (secret.find());
    }
  }

  @Test
  void nameOnlyKnownSecretsAsFilesToo() {
    JsonNode known = Yaml.documents(Packaging.text("secret.example.yaml")).get(0).get("stringData");
    Pattern file = Pattern.compile("=/run/secrets/pulse/([^&?]+)");
    assertThat(Job.of("prod"))
        .flatMap(Job::args)
        .flatMap(arg -> file.matcher(arg).results().map(found -> found.group(1)).toList())
        .containsOnly("postgres-ca.crt", "kafka.properties")
        .allMatch(known::has);
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void spreadAStreamAsTheDeploymentSays(String overlay) {
    JsonNode events = Packaging.manifest(overlay, "FlinkDeployment", "events");
    Job job = Job.of(overlay).stream().filter(one -> one.name().equals("events")).findFirst().get();

    assertThat(job.value("parallelism")).isEqualTo(events.at("/spec/job/parallelism").asText());
    assertThat(job.value("stateBackendStoragePath"))
        .isEqualTo(events.at("/spec/flinkConfiguration").get("state.checkpoints.dir").asText());
  }
}
