package io.cloudpulse.tests.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Spark's own submission makes of our manifest the driver that we mean. Kubernetes is a stand-in:
 * what it is given is looked at, and nothing runs.
 */
@Tag("matrix")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SparkSubmitIT {
  private static final String PASSWORD = "a-password-of-this-machine";

  @TempDir private static Path folder;

  private JsonNode application;
  private JsonNode pod;
  private List<JsonNode> services;
  private List<JsonNode> settings;

  @BeforeAll
  void submit() throws Exception {
    assumeTrue(Packaging.canRender(), "neither kustomize nor kubectl is on the PATH");
    application = Packaging.manifest("prod", "SparkApplication", "orders");
    try (StandInKubernetes kubernetes = StandInKubernetes.start()) {
      Path log = folder.resolve("submit.log");
      List<String> command = command();
      command.addAll(SubmitArguments.of(application, kubernetes.master(), folder));
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
      builder.environment().put("POSTGRES_PASSWORD", PASSWORD);
      Process spark = builder.redirectOutput(log.toFile()).start();
      assertThat(spark.onExit().join().exitValue()).as(Files.readString(log)).isZero();
      assertThat(kubernetes.given("Pod")).hasSize(1);
      pod = kubernetes.given("Pod").get(0);
      services = kubernetes.given("Service");
      settings = kubernetes.given("ConfigMap");
    }
  }

  private static List<String> command() throws Exception {
    Path spark = Packaging.PROJECT.resolve("runners-config/services/spark/target/classpath");
    Path flags = folder.resolve("java.options");
    Files.writeString(flags, "-cp\n\"" + Files.readString(spark).strip() + "\"\n");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ArrayList<>(
        List.of(java, "-Xmx512m", "@" + flags, "org.apache.spark.deploy.SparkSubmit"));
  }

  @Test
  void startsOurMainWithOurFlags() {
    List<String> args = texts(container().get("args"));

    assertThat(args)
        .startsWith("driver", "--properties-file", "/opt/spark/conf/spark.properties", "--class")
        .containsSubsequence("io.cloudpulse.pipelines.Pulse", "local:///opt/pulse/pulse.jar");
    assertThat(args.subList(args.indexOf("local:///opt/pulse/pulse.jar") + 1, args.size()))
        .isEqualTo(texts(application.at("/spec/arguments")));
    assertThat(container().get("image").asText())
        .isEqualTo("registry.example/cloud-pulse/spark:0.1.0");
    assertThat(container().get("imagePullPolicy").asText()).isEqualTo("IfNotPresent");
  }

  @Test
  void actsAsOurAccountWithinItsSize() {
    assertThat(pod.at("/metadata/namespace").asText()).isEqualTo("pulse");
    assertThat(pod.at("/spec/serviceAccountName").asText()).isEqualTo("pulse-spark");
    assertThat(container().get("resources").toString())
        .isEqualTo(
            "{\"limits\":{\"cpu\":\"1\",\"memory\":\"1408Mi\"},"
                + "\"requests\":{\"cpu\":\"1\",\"memory\":\"1408Mi\"}}");
    assertThat(texts(pod.at("/metadata/labels"))).contains("cloud-pulse", "orders", "driver");
    assertThat(pod.at("/metadata/annotations/prometheus.io~1port").asText()).isEqualTo("9464");
  }

  @Test
  void isAPodThatKubernetesTakes() {
    assertThat(CoreKinds.problems("v1 Pod", pod)).isEmpty();
  }

  @Test
  void keepsWhatItsTemplateSays() {
    JsonNode template = application.at("/spec/driver/template/spec");
    JsonNode ours = template.at("/containers/0");

    assertThat(pod.at("/spec/securityContext")).isEqualTo(template.get("securityContext"));
    for (String field : List.of("securityContext", "startupProbe", "livenessProbe")) {
      assertThat(container().get(field)).isEqualTo(ours.get(field));
    }
    assertThat(texts(container().get("ports"), "name")).contains("metrics", "driver-rpc-port");
  }

  @Test
  void findsItsSecretsAsFilesAndHoldsNone() {
    Map<String, String> mounts = new HashMap<>();
    container()
        .get("volumeMounts")
        .forEach(mount -> mounts.put(mount.get("name").asText(), mount.get("mountPath").asText()));
    assertThat(mounts)
        .contains(
            entry("pulse-sinks-volume", "/run/secrets/pulse"),
            entry("tmp", "/tmp"),
            entry("work", "/opt/spark/work-dir"),
            entry("files", "/data"));
    assertThat(pod.at("/spec/volumes"))
        .anyMatch(volume -> volume.at("/secret/secretName").asText().equals("pulse-sinks"));
    assertThat(pod.toString() + services + settings)
        .contains("password=secret://file/run/secrets/pulse/postgres-password")
        .doesNotContain(PASSWORD);
  }

  @Test
  void handsTheDriverWhatItsExecutorsAreToBe() {
    String properties =
        settings.stream()
            .map(map -> map.at("/data/spark.properties").asText())
            .filter(text -> !text.isEmpty())
            .findFirst()
            .orElseThrow();
    assertThat(properties.lines())
        .contains(
            "spark.executor.instances=4",
            "spark.executor.cores=4",
            "spark.executor.memory=8g",
            "spark.kubernetes.executor.secrets.pulse-sinks=/run/secrets/pulse",
            "spark.kubernetes.authenticate.executor.serviceAccountName=pulse-spark-executor");
    assertThat(settings)
        .anySatisfy(
            map ->
                assertThat(map.get("data").toString())
                    .contains("spark-kubernetes-executor", "readOnlyRootFilesystem"));
    assertThat(services).hasSize(1);
  }

  private JsonNode container() {
    assertThat(pod.at("/spec/containers")).hasSize(1);
    return pod.at("/spec/containers/0");
  }

  private static List<String> texts(JsonNode values) {
    List<String> texts = new ArrayList<>();
    values.forEach(value -> texts.add(value.asText()));
    return texts;
  }

  private static List<String> texts(JsonNode values, String field) {
    List<String> texts = new ArrayList<>();
    values.forEach(value -> texts.add(value.path(field).asText()));
    return texts;
  }
}
