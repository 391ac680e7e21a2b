package io.cloudpulse.tests.cluster;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudpulse.tests.kit.Loopback;
import io.cloudpulse.tests.kit.Shared;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One Spark cluster for all tests of a JVM, gone after the last of them: a Master and a Worker with
 * room for two executors of one core, each a JVM of its own, all on loopback.
 */
public final class SparkCluster implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SparkHome home;
  private final Process master;
  private final Process worker;
  private final String url;

  private SparkCluster(SparkHome home, Process master, Process worker, String url) {
    this.home = home;
    this.master = master;
    this.worker = worker;
    this.url = url;
  }

  static SparkCluster start() {
    try {
      SparkHome home = SparkHome.make();
      int port = Loopback.freePort();
      int page = Loopback.freePort();
      String url = "spark://127.0.0.1:" + port;
      Process master =
          home.start("master", List.of("-Xmx256m"), program("master.Master", port, page));
      Process worker = home.start("worker", List.of("-Xmx256m"), worker(home, url));
      SparkCluster cluster = new SparkCluster(home, master, worker, url);
      await()
          .atMost(PATIENCE)
          .failFast("a part of the cluster ended", () -> !master.isAlive() || !worker.isAlive())
          .until(() -> aliveWorkers(page) == 1);
      return cluster;
    } catch (IOException failure) {
      throw new IllegalStateException("no Spark cluster", failure);
    }
  }

  private static List<String> worker(SparkHome home, String url) throws IOException {
    return program(
        "worker.Worker",
        Loopback.freePort(),
        Loopback.freePort(),
        "--cores",
        "2",
        "--memory",
        "1600m",
        "--work-dir",
        home.work().toString(),
        url);
  }

  private static List<String> program(String name, int port, int page, String... more) {
    List<String> program = new ArrayList<>();
    program.add("org.apache.spark.deploy." + name);
    program.addAll(List.of("--host", "127.0.0.1"));
    program.addAll(List.of("--port", String.valueOf(port)));
    program.addAll(List.of("--webui-port", String.valueOf(page)));
    program.addAll(List.of(more));
    return program;
  }

  private static int aliveWorkers(int page) {
    try {
      JsonNode state = JSON.readTree(URI.create("http://127.0.0.1:" + page + "/json/").toURL());
      return state.path("aliveworkers").asInt();
    } catch (IOException notYet) {
      return 0;
    }
  }

  /** As {@code --sparkMaster} takes it. */
  String url() {
    return url;
  }

  SparkHome home() {
    return home;
  }

  /** The applications it has had, by the folders that their executors worked in. */
  public Set<String> applications() {
    String[] folders = home.work().toFile().list((work, name) -> name.startsWith("app-"));
    return folders == null ? Set.of() : Set.of(folders);
  }

  /** The JVMs that do the work, of whatever job runs. */
  public List<ProcessHandle> executors() {
    return worker
        .descendants()
        .filter(
            process ->
                process
                    .info()
                    .commandLine()
                    .filter(line -> line.contains("CoarseGrainedExecutorBackend"))
                    .isPresent())
        .toList();
  }

  @Override
  public void close() throws IOException {
    List<ProcessHandle> left = worker.descendants().toList();
    end(worker.toHandle());
    left.forEach(SparkCluster::end);
    end(master.toHandle());
    home.close();
  }

  private static void end(ProcessHandle process) {
    process.destroyForcibly();
    Object unused = process.onExit().join();
  }

  /** Hands a test the cluster. */
  public static final class Resolver implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == SparkCluster.class;
    }

    @Override
    public SparkCluster resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return Shared.of(SparkCluster.class, SparkCluster::start);
    }
  }
}
