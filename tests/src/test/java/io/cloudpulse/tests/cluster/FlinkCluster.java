package io.cloudpulse.tests.cluster;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.cloudpulse.tests.kit.Shared;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One Flink cluster for all tests of a JVM, gone after the last of them: a JobManager and two
 * TaskManagers of two slots, each a JVM of its own, all on loopback.
 */
public final class FlinkCluster implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final FlinkHome home;
  private final FlinkRest rest;
  private final Process jobManager;
  private final Map<String, Process> taskManagers = new ConcurrentHashMap<>();
  private int count;

  private FlinkCluster(FlinkHome home) throws IOException {
    this.home = home;
    this.rest = new FlinkRest("http://127.0.0.1:" + home.rest());
    this.jobManager = home.startJobManager();
  }

  static FlinkCluster start() {
    try {
      FlinkCluster cluster = new FlinkCluster(FlinkHome.make());
      cluster.addTaskManager();
      cluster.addTaskManager();
      cluster.awaitWhole();
      return cluster;
    } catch (IOException failure) {
      throw new IllegalStateException("no Flink cluster", failure);
    }
  }

  private void addTaskManager() throws IOException {
    String name = "taskmanager" + ++count;
    taskManagers.put(name, home.startTaskManager(name));
  }

  private void awaitWhole() {
    await()
        .atMost(PATIENCE)
        .failFast("the JobManager ended", () -> !jobManager.isAlive())
        .until(() -> rest.taskManagers().size() >= taskManagers.size());
  }

  /** As {@code --flinkMaster} takes it. */
  public String master() {
    return "127.0.0.1:" + home.rest();
  }

  public FlinkRest rest() {
    return rest;
  }

  /** A folder that each machine of the cluster reaches, as an address. */
  public String sharedFolder(String name) {
    return home.folder().resolve(name).toUri().toString().replaceFirst("^file:/+", "file:///");
  }

  FlinkHome home() {
    return home;
  }

  /** Ends a TaskManager that works, with a signal that no program can catch; another takes over. */
  public void killTaskManagerAtWork() throws IOException {
    JsonNode atWork =
        rest.taskManagers().stream()
            .filter(each -> each.path("freeSlots").asInt() < each.path("slotsNumber").asInt())
            .filter(each -> taskManagers.containsKey(each.path("id").asText()))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no TaskManager is at work"));
    end(taskManagers.remove(atWork.path("id").asText()));
    addTaskManager();
  }

  private static void end(Process process) {
    Object unused = process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() throws IOException {
    taskManagers.values().forEach(FlinkCluster::end);
    end(jobManager);
    home.close();
  }

  /** Hands a test the cluster. */
  public static final class Resolver implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == FlinkCluster.class;
    }

    @Override
    public FlinkCluster resolveParameter(ParameterContext parameter, ExtensionContext context) {
      FlinkCluster cluster = Shared.of(FlinkCluster.class, FlinkCluster::start);
      cluster.awaitWhole();
      return cluster;
    }
  }
}
