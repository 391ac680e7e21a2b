package io.cloudpulse.tests.dataflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.tests.kit.PulseCommand;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A job that could not run on Dataflow is refused before anybody is asked anything. */
class DataflowFlagsIT {
  private final GoogleCloud cloud = GoogleCloud.start();
  @TempDir Path folder;

  @AfterEach
  void stop() {
    cloud.close();
  }

  @Test
  void namesEveryMissingFlagAtOnce() throws Exception {
    Launcher.Ended ended = new Launcher(cloud, folder).with("--runner=dataflow").run();

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.err().lines())
        .containsExactly(
            "--project is missing: the Google Cloud project that the job belongs to. For example:"
                + " --project=my-project",
            "--region is missing: where its workers run. For example: --region=europe-west1",
            "--tempLocation is missing: a folder of a bucket, for what the job needs. For example:"
                + " --tempLocation=gs://my-bucket/temp",
            "--dataset is missing: what kind of records to move. For example:"
                + " --dataset=northwind.orders",
            "--source is missing: where the records come from. For example:"
                + " --source=files:data/orders*.csv",
            "--sink is missing: where the records go. For example: --sink=postgres");
    assertThat(cloud.calls()).isEmpty();
  }

  @Test
  void namesEveryAddressThatWorkersCannotReach() throws Exception {
    Launcher.Ended ended =
        new Launcher(cloud, folder)
            .with("--runner=dataflow", "--project=p", "--region=r", "--tempLocation=/tmp/here")
            .with("--gcsEndpoint=" + cloud.address() + "/storage/v1/")
            .with("--apiRootUrl=" + cloud.address())
            .with("--dataset=northwind.orders", "--source=files:orders.csv")
            .with("--sink=postgres,elasticsearch://localhost:9200", "--deadLetters=kafka:refused")
            .with("--ledger=jdbc:postgresql://db/x?user=u&password=secret://env/PG")
            .with("--report=report.json", "--update=true", "--streamingMode=twice")
            .run();

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.err().lines())
        .allMatch(line -> line.contains("For example: --") || line.contains("as in password="));
    assertThat(ended.err().lines().map(line -> line.replaceFirst("(, but must|\\.).*", "")))
        .containsExactly(
            "--report and --metrics tell of a job that this process waits for",
            "--tempLocation was \"/tmp/here\"",
            "--source was \"files:orders",
            "--sink was \"postgres\"",
            "--sink was \"elasticsearch://localhost:9200\"",
            "--ledger needs secret://env/PG on each worker, where it is not",
            "--deadLetters was \"kafka:refused\"",
            "--update was \"true\"",
            "--streamingMode was \"twice\"");
    assertThat(cloud.calls()).isEmpty();
  }

  /** What comes twice is one row, but two in a sum. */
  @Test
  void sumsUpNothingThatMayComeTwice() throws Exception {
    Launcher.Ended ended =
        new Launcher(cloud, folder)
            .with("--runner=dataflow", "--project=p", "--region=r", "--tempLocation=gs://b/t")
            .with("--dataset=activity.events", "--source=kafka://broker:9092/events")
            .with("--sink=jdbc:postgresql://db/shop?user=u", "--streamingMode=at-least-once")
            .run();

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.err().lines())
        .containsExactly(
            "--streamingMode was \"at-least-once\", but must be exactly-once for windows, which"
                + " count what comes twice twice (or: --aggregates=off). For example:"
                + " --streamingMode=exactly-once");
  }

  @Test
  void wantsTheLauncherToStayForWhatIsLeftToDoAtTheEnd() throws Exception {
    Launcher.Ended ended =
        new Launcher(cloud, folder)
            .with("--runner=dataflow", "--project=p", "--region=r", "--tempLocation=gs://b/t")
            .with("--dataset=northwind.orders", "--source=bigquery://p/old", "--incremental")
            .with("--sink=bigquery://p/new", "--bigqueryMethod=load", "--wait=false")
            .with("--ledger=jdbc:postgresql://db/shop?user=u", "--deadLetters=files:gs://b/refused")
            .run();

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.err().lines())
        .containsExactly(
            "--incremental writes down how far it came when the job has ended: the launcher must"
                + " wait. For example: --wait=true",
            "--bigqueryMethod=load ends with one statement, which the launcher runs when the job"
                + " has ended: it must wait. For example: --wait=true");
  }

  @ParameterizedTest
  @ValueSource(strings = {"verify", "dead-letters replay"})
  void whatWaitsForTheEndRunsHere(String command) throws Exception {
    PulseCommand ended =
        PulseCommand.run((command + " --sink=postgres --runner=dataflow").split(" "));

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.err())
        .contains(
            "--runner was \"dataflow\", but must be one that runs here, for this waits for the end."
                + " For example: --runner=flink");
  }
}
