package io.cloudpulse.pipelines.move;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.cloudpulse.pipelines.flags.StoppedException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FlinkJobsTest {
  private static final Map<String, String> ANSWERS =
      Map.of(
          "/jobs/overview",
          """
          {"jobs": [
            {"jid": "a1", "name": "pulse-shop", "state": "FAILED", "start-time": 1},
            {"jid": "a2", "name": "pulse-shop", "state": "FAILED", "start-time": 2},
            {"jid": "b1", "name": "pulse-other", "state": "RESTARTING", "start-time": 3}]}
          """,
          "/jobs/a2/exceptions",
          """
          {"root-exception": "org.apache.flink.JobException: Recovery is suppressed\\n\\tat a.B(C)\\nCaused by: java.sql.SQLException: the table is full\\n\\tat d.E(F)\\n\\t... 3 more\\n"}
          """,
          "/jobs/b1/exceptions",
          "{}");

  private HttpServer server;
  private FlinkJobs jobs;

  @BeforeEach
  void start() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    ANSWERS.forEach(
        (path, answer) ->
            server.createContext(
                path,
                exchange -> {
                  exchange.sendResponseHeaders(200, 0);
                  exchange.getResponseBody().write(answer.getBytes(UTF_8));
                  exchange.close();
                }));
    server.start();
    jobs = FlinkJobs.on("127.0.0.1:" + server.getAddress().getPort());
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void aJobThatEndedMayRunAgain() {
    jobs.checkNone("pulse-shop");
  }

  @Test
  void aJobThatRunsMayNot() {
    assertThatThrownBy(() -> jobs.checkNone("pulse-other"))
        .isInstanceOf(StoppedException.class)
        .hasMessage(
            "The job runs already, as b1 on "
                + jobs.url()
                + ", though its launcher is gone. Cancel it there, and run the same command again.");
  }

  @Test
  void theNewestTellsItsInnermostCause() {
    assertThat(jobs.cause("pulse-shop")).isEqualTo("the table is full");
    assertThat(jobs.cause("pulse-other"))
        .isEqualTo("for a reason that its page tells: " + jobs.url());
  }

  @Test
  void aClusterThatIsNotThereIsTold() {
    server.stop(0);

    assertThatThrownBy(() -> jobs.checkNone("pulse-shop"))
        .isInstanceOf(StoppedException.class)
        .hasMessageStartingWith("No Flink cluster answers at " + jobs.url() + " (");
  }

  @Test
  void anAddressIsReadAsBeamReadsIt() {
    assertThat(FlinkJobs.on("flink").url()).isEqualTo("http://flink:8081");
    assertThat(FlinkJobs.on("https://flink:443").url()).isEqualTo("https://flink:443");
  }
}
