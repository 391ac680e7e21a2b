package io.cloudpulse.tests.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Overlays are what a cluster with both operators takes, to the letter. */
class ManifestsTest {
  private static final Verdict VERDICT = new Verdict();

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
  void areTakenAsTheyAre(String overlay) {
    assertThat(Packaging.overlay(overlay))
        .hasSize(18)
        .allSatisfy(manifest -> assertThat(VERDICT.problems(manifest)).isEmpty());
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void areRefusedWithAnyFieldMisspelt(String overlay) {
    Set<String> kinds = new HashSet<>();
    int fields = 0;
    for (JsonNode manifest : Packaging.overlay(overlay)) {
      List<Misspelling> misspellings = Misspelling.all(manifest);
      assertThat(misspellings)
          .allSatisfy(
              misspelt ->
                  assertThat(VERDICT.problems(misspelt.manifest()))
                      .as("%s of %s", misspelt.field(), manifest.at("/metadata/name").asText())
                      .isNotEmpty());
      kinds.add(manifest.get("kind").asText());
      fields += misspellings.size();
    }
    assertThat(kinds).hasSize(11);
    assertThat(fields).isGreaterThan(400);
  }

  /** Where Kubernetes would say no, at last when a pod is made. */
  @ParameterizedTest
  @CsvSource({
    "FlinkDeployment, events, /spec, flinkVersion, v9_9",
    "FlinkDeployment, events, /spec/job, upgradeMode, sometimes",
    "FlinkDeployment, events, /spec/job, parallelism, two",
    "FlinkDeployment, events, /spec/jobManager, replicas, one",
    "SparkApplication, orders, /spec, type, Jva",
    "SparkApplication, orders, /spec/executor, instances, two",
    "SparkApplication, orders, /spec/restartPolicy, type, Sometimes",
    "SparkApplication, orders, /spec/driver/template/spec/securityContext, runAsNonRoot, yes",
    "ScheduledSparkApplication, books, /spec, failedRunHistoryLimit, few",
    "ServiceAccount, pulse-spark-executor, '', automountServiceAccountToken, no",
    "Deployment, api, /spec, replicas, two",
    "Deployment, api, /spec/template/spec/securityContext, runAsNonRoot, yes",
  })
  void areRefusedWithAValueOfAnotherType(
      String kind, String name, String at, String field, String value) {
    JsonNode manifest = Packaging.manifest("prod", kind, name);
    assertThat(VERDICT.problems(manifest)).isEmpty();
    assertThat(manifest.at(at).has(field)).isTrue();

    ((ObjectNode) manifest.at(at)).put(field, value);

    assertThat(VERDICT.problems(manifest)).isNotEmpty();
  }

  @Test
  void refusesALabelThatIsNoText() {
    JsonNode account = Packaging.manifest("prod", "ServiceAccount", "pulse-spark");

    ((ObjectNode) account.at("/metadata/labels")).put("app.kubernetes.io/version", 1);

    assertThat(VERDICT.problems(account)).isNotEmpty();
  }

  @Test
  void hasTemplatesOfTheSecretsWithoutValues() {
    List<JsonNode> secrets = Yaml.documents(Packaging.text("secret.example.yaml"));

    assertThat(secrets)
        .extracting(secret -> secret.at("/metadata/name").asText())
        .containsExactly("pulse-sinks", "pulse-api");
    assertThat(secrets)
        .allSatisfy(
            secret -> {
              assertThat(VERDICT.problems(secret)).isEmpty();
              assertThat(secret.get("stringData"))
                  .isNotEmpty()
                  .allMatch(value -> value.asText().isEmpty());
            });
    assertThat(Packaging.overlays())
        .flatMap(Packaging::overlay)
        .noneMatch(manifest -> manifest.get("kind").asText().equals("Secret"));
  }
}
