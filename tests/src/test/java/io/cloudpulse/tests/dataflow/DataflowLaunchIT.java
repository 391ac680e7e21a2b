package io.cloudpulse.tests.dataflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.KafkaServer;
import io.cloudpulse.tests.kit.PostgresServer;
import io.cloudpulse.tests.kit.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What is sent to Google when a job is launched on Dataflow, to the field, and what is not. */
@ExtendWith({PostgresServer.class, KafkaServer.class})
class DataflowLaunchIT {
  private static final String ORDERS =
      "order_id,customer_id,employee_id,order_date\n1,A,1,2024-01-01\n";
  private static final String V2 =
      "[\"use_runner_v2\",\"use_unified_worker\",\"beam_fn_api\",\"use_portable_job_submission\"";

  private final GoogleCloud cloud = GoogleCloud.start();
  @TempDir Path folder;

  @AfterEach
  void stop() {
    cloud.close();
  }

  @Test
  void sendsABatchAsItsFlagsSay(Database database) throws Exception {
    cloud.storage().put("shop-bucket/in/orders.csv", ByteString.copyFromUtf8(ORDERS));

    Launcher.Ended ended =
        launch(database)
            .with("--dataset=northwind.orders", "--source=files:gs://shop-bucket/in/orders*.csv")
            .with("--serviceAccount=loader@shop-project.iam.gserviceaccount.com")
            .with("--network=shop-net", "--subnetwork=regions/europe-west1/subnetworks/shop-sub")
            .with("--workerMachineType=n2-standard-2", "--maxNumWorkers=5")
            .with("--labels={\"team\":\"shop\"}", "--jobName=orders-once")
            .run();

    assertThat(ended.err()).isEmpty();
    assertThat(ended.exitCode()).isZero();
    checkJob(job());
    checkPool(job().at("/environment/workerPools/0"));
    checkOptions(job().at("/environment/sdkPipelineOptions/options"));
    checkGraph(proto());
    holdsNoSecret(database);
  }

  private static void checkJob(JsonNode job) {
    assertThat(texts(job, "/type", "/environment/version/job_type", "/name", "/labels"))
        .containsExactly("JOB_TYPE_BATCH", "FNAPI_BATCH", "orders-once", "{\"team\":\"shop\"}");
    assertThat(texts(job, "/environment/experiments", "/environment/serviceOptions"))
        .containsExactly(V2 + "]", "[]");
    assertThat(texts(job, "/environment/serviceAccountEmail", "/environment/tempStoragePrefix"))
        .containsExactly(
            "loader@shop-project.iam.gserviceaccount.com",
            "storage.googleapis.com/shop-bucket/temp");
  }

  private static void checkGraph(JobProto proto) throws Exception {
    assertThat(proto.steps())
        .containsExactly(
            "Read northwind.orders",
            "Write to postgres:northwind.orders",
            "Gather refused records",
            "Keep refused records",
            "Count what was read");
    assertThat(proto.urns())
        .isEqualTo(
            Set.of(
                "beam:transform:flatten:v1",
                "beam:transform:impulse:v1",
                "beam:transform:pardo:v1"));
  }

  private static void checkPool(JsonNode pool) {
    assertThat(texts(pool, "/machineType", "/network", "/subnetwork", "/ipConfiguration"))
        .containsExactly(
            "n2-standard-2",
            "shop-net",
            "regions/europe-west1/subnetworks/shop-sub",
            "WORKER_IP_PRIVATE");
    assertThat(texts(pool, "/autoscalingSettings", "/sdkHarnessContainerImages/0/containerImage"))
        .containsExactly(
            "{\"algorithm\":\"AUTOSCALING_ALGORITHM_BASIC\",\"maxNumWorkers\":5}",
            "gcr.io/cloud-dataflow/v1beta3/beam_java17_sdk:2.70.0");
    assertThat(pool.at("/packages/0/location").asText())
        .startsWith("gs://shop-bucket/temp/staging/staged-");
  }

  private static void checkOptions(JsonNode options) {
    assertThat(texts(options, "/project", "/region", "/tempLocation", "/streaming", "/appName"))
        .containsExactly("shop-project", "europe-west1", "gs://shop-bucket/temp", "false", "Move");
    assertThat(options.at("/pipelineUrl").asText())
        .startsWith("gs://shop-bucket/temp/staging/pipe");
  }

  @Test
  void saysWhereTheJobIsAndWaitsForNothing(Database database, Topics topics) throws Exception {
    Launcher.Ended ended = stream(database, topics).with("--job=shop").run();

    assertThat(ended.exitCode()).isZero();
    String place = GoogleCloud.JOB_ID + " --project=shop-project --region=europe-west1";
    assertThat(ended.out().lines())
        .contains(
            "job            " + GoogleCloud.JOB_ID + " on dataflow, named pulse-shop",
            "to drain it    gcloud dataflow jobs drain " + place,
            "to update it   the same command with --update=true --jobName=pulse-shop",
            "to cancel it   gcloud dataflow jobs cancel " + place);
    assertThat(database.one("select run, runner, mode, state from pulse.runs"))
        .isEqualTo("shop|dataflow|streaming|running");
    checkStream(job());
    checkWindows(proto());
    holdsNoSecret(database);
  }

  private static void checkStream(JsonNode job) {
    assertThat(texts(job, "/type", "/environment/version/job_type", "/environment/serviceOptions"))
        .containsExactly("JOB_TYPE_STREAMING", "FNAPI_STREAMING", "[]");
    assertThat(job.at("/environment/experiments").toString())
        .isEqualTo(V2 + ",\"enable_streaming_engine\",\"enable_windmill_service\"]");
    assertThat(job.has("replaceJobId")).isFalse();
  }

  private static void checkWindows(JobProto proto) throws Exception {
    assertThat(proto.steps())
        .startsWith("Read activity.events", "Write to postgres:activity.events")
        .contains("Compute activity.user_sessions")
        .endsWith("Gather refused records", "Keep refused records", "Count what was read");
    assertThat(proto.urns())
        .isEqualTo(
            Set.of(
                "beam:transform:combine_grouped_values:v1",
                "beam:transform:combine_per_key:v1",
                "beam:transform:flatten:v1",
                "beam:transform:group_by_key:v1",
                "beam:transform:impulse:v1",
                "beam:transform:pardo:v1",
                "beam:transform:window_into:v1"));
  }

  @Test
  void replacesTheJobThatRunsByAnUpdate(Database database, Topics topics) throws Exception {
    cloud.running("pulse-shop", "2026-11-19_00_00_00-7");

    Launcher.Ended ended =
        stream(database, topics)
            .with("--job=shop", "--aggregates=off", "--update=true")
            .with("--streamingMode=at-least-once", "--experiments=mine")
            .with("--transformNameMapping={\"Old step\":\"Write to postgres:activity.events\"}")
            .run();

    assertThat(ended.err()).isEmpty();
    assertThat(ended.exitCode()).isZero();
    assertThat(texts(job(), "/name", "/replaceJobId", "/transformNameMapping"))
        .containsExactly(
            "pulse-shop",
            "2026-11-19_00_00_00-7",
            "{\"Old step\":\"Write to postgres:activity.events\"}");
    assertThat(job().at("/environment/serviceOptions").toString())
        .isEqualTo("[\"streaming_mode_at_least_once\"]");
    assertThat(job().at("/environment/experiments").toString()).contains("use_runner_v2", "mine");
  }

  @Test
  void writesATemplatesJobDownAndStartsNothing(Database database) throws Exception {
    cloud.storage().put("shop-bucket/in/orders.csv", ByteString.copyFromUtf8(ORDERS));

    Launcher.Ended ended =
        launch(database)
            .asTemplate()
            .with("--dataset=northwind.orders", "--source=files:gs://shop-bucket/in/orders*.csv")
            .with("--quiet=false", "--templateLocation=gs://shop-bucket/jobs/job_object")
            .run();

    assertThat(ended.err()).isEmpty();
    assertThat(ended.exitCode()).isZero();
    assertThat(cloud.jobs()).isEmpty();
    String written = cloud.storage().one("jobs/job_object").toStringUtf8();
    assertThat(written).contains("\"FNAPI_BATCH\"").doesNotContain(database.password());
    assertThat(ended.out()).contains("gs://shop-bucket/jobs/job_object");
  }

  private Launcher stream(Database database, Topics topics) {
    String topic = topics.address(topics.topic(2)).replace("127.0.0.1", Launcher.BROKER_HOST);
    return launch(database).with("--dataset=activity.events", "--source=" + topic);
  }

  private Launcher launch(Database database) {
    return new Launcher(cloud, folder).into(database);
  }

  private JsonNode job() {
    assertThat(cloud.jobs()).hasSize(1);
    return cloud.jobs().get(0);
  }

  private static List<String> texts(JsonNode json, String... places) {
    return List.of(places).stream()
        .map(json::at)
        .map(found -> found.isValueNode() ? found.asText() : found.toString())
        .toList();
  }

  private JobProto proto() {
    return new JobProto(cloud.storage().one("/pipeline-"));
  }

  /** Its name is there to be found, so that the search for itself could find it. */
  private void holdsNoSecret(Database database) {
    String password = database.password();
    String base64 = Base64.getEncoder().encodeToString(password.getBytes(StandardCharsets.UTF_8));
    String graph = proto().unpacked();
    assertThat(graph.contains("secret://gcp/" + Launcher.SECRET)).isTrue();
    assertThat(graph.contains(password) || graph.contains(base64)).isFalse();
    assertThat(cloud.jobs().toString()).doesNotContain(password, base64);
  }
}
