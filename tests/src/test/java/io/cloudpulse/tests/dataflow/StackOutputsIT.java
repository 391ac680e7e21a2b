package io.cloudpulse.tests.dataflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.PostgresServer;
import java.nio.file.Path;
import org.apache.beam.sdk.extensions.gcp.auth.NoopCredentialFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a stack of {@code pulumi/} tells is all that a launch on Dataflow needs to be told. */
@ExtendWith(PostgresServer.class)
class StackOutputsIT {
  /** What the tests of {@code pulumi/} say the stack tells. */
  private static final String OUTPUTS =
      "--stack-outputs=" + Path.of("../pulumi/src/test/resources/stack-outputs.json");

  private static final String ORDERS =
      "order_id,customer_id,employee_id,order_date\n1,A,1,2024-01-01\n";

  private final GoogleCloud cloud = GoogleCloud.start();
  @TempDir Path folder;

  @AfterEach
  void stop() {
    cloud.close();
  }

  @Test
  void leaveOnlyToSayWhatToMove() throws Exception {
    Launcher.Ended ended = new Launcher(cloud, folder).with("--runner=dataflow", OUTPUTS).run();

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.err().lines().map(line -> line.replaceFirst(":.*", "")))
        .containsExactly("--dataset is missing", "--source is missing");
  }

  /** The stack's database cannot be reached from here, so the command line names another one. */
  @Test
  void sayWhereAJobRunsAndTheCommandLineWins(Database database) throws Exception {
    String sink = database.sink(Launcher.DATABASE_HOST, "secret://gcp/" + Launcher.SECRET);
    cloud.keepSecret(Launcher.SECRET, database.password());
    cloud.storage().put("shop-bucket/in/orders.csv", ByteString.copyFromUtf8(ORDERS));

    Launcher.Ended ended =
        new Launcher(cloud, folder)
            .with("--runner=dataflow", OUTPUTS, "--maxNumWorkers=5")
            .with("--sink=" + sink, "--ledger=" + sink)
            .with("--dataset=northwind.orders", "--source=files:gs://shop-bucket/in/orders*.csv")
            .with("--gcsEndpoint=" + cloud.address() + "/storage/v1/")
            .with("--apiRootUrl=" + cloud.address())
            .with("--credentialFactoryClass=" + NoopCredentialFactory.class.getName())
            .run();

    assertThat(ended.err()).isEmpty();
    assertThat(ended.exitCode()).isZero();
    assertThat(cloud.jobs()).hasSize(1);
    JsonNode job = cloud.jobs().get(0);
    JsonNode pool = job.at("/environment/workerPools/0");
    assertThat(job.at("/environment/serviceAccountEmail").asText())
        .isEqualTo("pulse-prod-worker@my-project.iam.gserviceaccount.com");
    assertThat(job.at("/environment/tempStoragePrefix").asText())
        .isEqualTo("storage.googleapis.com/my-project-prod-pulse-prod-temp/temp");
    assertThat(job.path("labels").toString())
        .isEqualTo("{\"app\":\"cloud-pulse\",\"stack\":\"prod\"}");
    assertThat(pool.path("subnetwork").asText())
        .isEqualTo("regions/europe-west1/subnetworks/pulse-prod-subnetwork");
    assertThat(pool.path("machineType").asText()).isEqualTo("n2-standard-4");
    assertThat(pool.at("/autoscalingSettings/maxNumWorkers").asInt()).isEqualTo(5);
  }
}
