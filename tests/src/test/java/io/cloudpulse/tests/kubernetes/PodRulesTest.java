package io.cloudpulse.tests.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our pods are let do what they must, and no more; so are those who act in their name. */
class PodRulesTest {
  private static final List<String> PODS =
      List.of(
          "/spec/driver/template/spec",
          "/spec/executor/template/spec",
          "/spec/template/driver/template/spec",
          "/spec/template/executor/template/spec",
          "/spec/podTemplate/spec",
          "/spec/template/spec");

  /** Where pods' labels stand. */
  private static final List<String> LABELS =
      List.of(
          "/spec/driver/labels",
          "/spec/executor/labels",
          "/spec/template/driver/labels",
          "/spec/template/executor/labels",
          "/spec/podTemplate/metadata/labels",
          "/spec/template/metadata/labels");

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
  void podsMeetTheRestrictedStandard(String overlay) {
    assertThat(at(overlay, PODS)).hasSize(8).allSatisfy(PodRulesTest::assertRestricted);
  }

  private static void assertRestricted(JsonNode pod) {
    JsonNode user = pod.get("securityContext");
    assertThat(user.get("runAsNonRoot").asBoolean()).isTrue();
    assertThat(user.get("runAsUser").asInt()).isPositive();
    assertThat(user.at("/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
    assertThat(pod.has("hostNetwork") || pod.has("hostPID") || pod.has("hostIPC")).isFalse();
    assertThat(pod.get("containers")).singleElement().satisfies(PodRulesTest::assertConfined);
    assertThat(pod.get("volumes")).noneMatch(volume -> volume.has("hostPath"));
  }

  private static void assertConfined(JsonNode container) {
    JsonNode rights = container.get("securityContext");
    assertThat(rights.get("allowPrivilegeEscalation").asBoolean(true)).isFalse();
    assertThat(rights.get("readOnlyRootFilesystem").asBoolean()).isTrue();
    assertThat(rights.get("capabilities").toString()).isEqualTo("{\"drop\":[\"ALL\"]}");
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void theNamespaceTakesNoOtherPods(String overlay) {
    assertThat(of(overlay, "Namespace"))
        .singleElement()
        .extracting(namespace -> namespace.at("/metadata/labels").toString())
        .isEqualTo("{\"pod-security.kubernetes.io/enforce\":\"restricted\"}");
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void rolesNameWhatTheyAllow(String overlay) {
    Set<String> allowed = new TreeSet<>();
    for (JsonNode role : of(overlay, "Role")) {
      for (JsonNode rule : role.get("rules")) {
        String verbs = rule.get("verbs").toString().replaceAll("[\\[\\]\"]", "");
        rule.get("resources")
            .forEach(on -> allowed.add(name(role) + " " + on.asText() + ": " + verbs));
      }
    }
    assertThat(allowed)
        .containsExactly(
            "pulse-flink configmaps: get,list,watch,create,update,patch,delete,deletecollection",
            "pulse-flink deployments/finalizers: update",
            "pulse-flink deployments: get,delete",
            "pulse-flink pods: get,list,watch,create,delete,deletecollection",
            "pulse-spark configmaps: create,deletecollection",
            "pulse-spark pods: get,list,watch,create,delete,deletecollection",
            "pulse-spark services: deletecollection");
    assertThat(Packaging.overlay(overlay))
        .noneMatch(manifest -> manifest.get("kind").asText().startsWith("Cluster"));
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void rolesAreGivenInTheirOwnNamespaceAlone(String overlay) {
    List<String> accounts = of(overlay, "ServiceAccount").stream().map(PodRulesTest::name).toList();
    assertThat(of(overlay, "RoleBinding"))
        .hasSize(2)
        .allSatisfy(
            binding -> {
              assertThat(binding.at("/roleRef/kind").asText()).isEqualTo("Role");
              assertThat(binding.get("subjects")).hasSize(1);
              JsonNode subject = binding.at("/subjects/0");
              assertThat(accounts).contains(subject.get("name").asText());
              assertThat(subject.get("namespace")).isEqualTo(binding.at("/metadata/namespace"));
            });
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void theNetworkPolicyIsForEachPod(String overlay) {
    JsonNode policy = of(overlay, "NetworkPolicy").get(0);
    String label = "app.kubernetes.io/part-of";
    JsonNode ours = policy.at("/spec/podSelector/matchLabels").get(label);

    assertThat(at(overlay, LABELS))
        .hasSize(8)
        .allSatisfy(labels -> assertThat(labels.get(label)).isEqualTo(ours));
  }

  /**
   * Its files are its secret's, its probes ask what is open, and it has no rights in the cluster.
   */
  @ParameterizedTest
  @MethodSource("overlays")
  void theApiHasWhatItNeedsAndNoMore(String overlay) {
    JsonNode deployment = Packaging.manifest(overlay, "Deployment", "api");
    JsonNode pod = deployment.at("/spec/template/spec");
    JsonNode container = pod.at("/containers/0");

    assertThat(pod.get("automountServiceAccountToken").asBoolean()).isFalse();
    assertThat(container.at("/readinessProbe/httpGet/path").asText()).isEqualTo("/api/health");
    assertThat(container.at("/livenessProbe/httpGet/path").asText()).isEqualTo("/api/health/live");
    assertThat(container.get("args").toString())
        .contains("--readers=token", "--tokens=/run/secrets/pulse-api/tokens")
        .doesNotContain("password");
    JsonNode labels = deployment.at("/spec/template/metadata/labels");
    JsonNode service = Packaging.manifest(overlay, "Service", "api").at("/spec/selector");
    assertThat(service).isEqualTo(deployment.at("/spec/selector/matchLabels"));
    service
        .fields()
        .forEachRemaining(
            label -> assertThat(labels.get(label.getKey())).isEqualTo(label.getValue()));
  }

  private static List<JsonNode> at(String overlay, List<String> places) {
    return Packaging.overlay(overlay).stream()
        .flatMap(manifest -> places.stream().map(manifest::at))
        .filter(JsonNode::isObject)
        .toList();
  }

  private static List<JsonNode> of(String overlay, String kind) {
    return Packaging.overlay(overlay).stream()
        .filter(manifest -> manifest.get("kind").asText().equals(kind))
        .toList();
  }

  private static String name(JsonNode manifest) {
    return manifest.at("/metadata/name").asText();
  }
}
