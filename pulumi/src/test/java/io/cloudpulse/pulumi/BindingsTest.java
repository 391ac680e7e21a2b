package io.cloudpulse.pulumi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may do what, all of it: a right more or less is a change of this list, made knowingly. */
class BindingsTest {
  private static final List<String> WHEREVER =
      List.of(
          "launcher: dataflow.developer on the project",
          "launcher: iam.serviceAccountUser on account worker",
          "launcher: secretmanager.secretAccessor on secret database",
          "launcher: storage.legacyBucketReader on bucket temp",
          "launcher: storage.objectUser on bucket temp",
          "launcher: storage.objectViewer on bucket data",
          "launcher: storage.objectViewer on bucket refused",
          "launcher: storage.objectViewer on bucket templates",
          "service-123456789: pubsub.publisher on topic undelivered",
          "service-123456789: pubsub.subscriber on subscription activity-events",
          "worker: artifactregistry.reader on repository images",
          "worker: bigquery.dataEditor on dataset activity",
          "worker: bigquery.dataEditor on dataset books",
          "worker: bigquery.dataEditor on dataset cars",
          "worker: bigquery.dataEditor on dataset crm",
          "worker: bigquery.dataEditor on dataset indicators",
          "worker: bigquery.dataEditor on dataset northwind",
          "worker: bigquery.dataEditor on dataset retail",
          "worker: bigquery.dataEditor on dataset salaries",
          "worker: bigquery.dataEditor on dataset sports",
          "worker: bigquery.dataEditor on dataset stocks",
          "worker: bigquery.jobUser on the project",
          "worker: dataflow.worker on the project",
          "worker: pubsub.subscriber on subscription activity-events",
          "worker: pubsub.viewer on subscription activity-events",
          "worker: secretmanager.secretAccessor on secret database",
          "worker: storage.objectUser on bucket refused",
          "worker: storage.objectUser on bucket temp",
          "worker: storage.objectViewer on bucket data",
          "worker: storage.objectViewer on bucket templates");

  private static final List<String> IN_PROD_TOO =
      List.of(
          "flink: secretmanager.secretAccessor on secret database",
          "flink: storage.objectUser on bucket refused",
          "flink: storage.objectUser on bucket state",
          "flink: storage.objectViewer on bucket data",
          "nodes: artifactregistry.reader on repository images",
          "nodes: container.defaultNodeServiceAccount on the project",
          "pulse/pulse-flink: iam.workloadIdentityUser on account flink",
          "pulse/pulse-spark-executor: iam.workloadIdentityUser on account spark",
          "pulse/pulse-spark: iam.workloadIdentityUser on account spark",
          "service-123456789: pubsub.subscriber on subscription books-isbn",
          "service-123456789: pubsub.subscriber on subscription sports-trades",
          "spark: secretmanager.secretAccessor on secret database",
          "spark: storage.objectUser on bucket refused",
          "spark: storage.objectViewer on bucket data",
          "worker: pubsub.subscriber on subscription books-isbn",
          "worker: pubsub.subscriber on subscription sports-trades",
          "worker: pubsub.viewer on subscription books-isbn",
          "worker: pubsub.viewer on subscription sports-trades");

  @Test
  void givesThoseOfDevAndNoOther() {
    assertThat(bindings("dev")).containsExactlyInAnyOrderElementsOf(WHEREVER);
  }

  @Test
  void givesThoseOfProdAndNoOther() {
    assertThat(bindings("prod"))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(WHEREVER, IN_PROD_TOO).flatMap(List::stream).toList());
  }

  private static List<String> bindings(String stack) {
    return Stacks.named(stack).seen().stream()
        .filter(seen -> seen.inputs().containsKey("role"))
        .map(
            seen ->
                who(seen.text("member"))
                    + ": "
                    + seen.text("role").replace("roles/", "")
                    + " on "
                    + on(seen))
        .map(
            line ->
                line.replace("my-project-" + stack + "-", "").replace("pulse-" + stack + "-", ""))
        .toList();
  }

  private static String who(String member) {
    return member.replaceFirst(".*\\[(.*)]", "$1").replaceFirst("serviceAccount:(.*)@.*", "$1");
  }

  /** What it is a right on: the kind, and its name as Google has it. */
  private static String on(Seen seen) {
    return Stream.of("bucket", "topic", "subscription", "repository", "datasetId", "secretId")
        .filter(kind -> seen.inputs().containsKey(kind))
        .map(kind -> kind.replace("Id", "") + " " + seen.text(kind))
        .findFirst()
        .orElseGet(
            () ->
                seen.inputs().containsKey("serviceAccountId")
                    ? "account "
                        + who(
                            "serviceAccount:"
                                + seen.text("serviceAccountId").replaceFirst(".*/", ""))
                    : "the project");
  }
}
