package io.cloudpulse.tests.cluster;

import io.cloudpulse.tests.kit.Folders;
import io.cloudpulse.tests.kit.Java;
import io.cloudpulse.tests.kit.Loopback;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What Flink's programs start from, of {@code runners-config/services/flink}, and the folder that
 * they write to.
 */
record FlinkHome(Path folder, int rest, int rpc) implements AutoCloseable {
  private static final Path SERVICE = RunnerBundle.PROJECT.resolve("runners-config/services/flink");

  static FlinkHome make() throws IOException {
    Path folder = Files.createTempDirectory("pulse-flink");
    return new FlinkHome(folder, Loopback.freePort(), Loopback.freePort());
  }

  Process startJobManager() throws IOException {
    return start(
        "jobmanager",
        "-Xmx400m",
        "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint",
        Map.of());
  }

  /**
   * Flink's own scripts work out the sizes of memory; without them they must be told. A batch's
   * shuffle wants 16 MiB of network memory for itself in each slot.
   */
  Process startTaskManager(String name) throws IOException {
    return start(
        name,
        "-Xmx800m",
        "org.apache.flink.runtime.taskexecutor.TaskManagerRunner",
        Map.ofEntries(
            Map.entry("taskmanager.resource-id", name),
            Map.entry("taskmanager.cpu.cores", "2.0"),
            Map.entry("taskmanager.memory.framework.heap.size", "128mb"),
            Map.entry("taskmanager.memory.framework.off-heap.size", "128mb"),
            Map.entry("taskmanager.memory.task.heap.size", "600mb"),
            Map.entry("taskmanager.memory.task.off-heap.size", "64mb"),
            Map.entry("taskmanager.memory.network.min", "256mb"),
            Map.entry("taskmanager.memory.network.max", "256mb"),
            Map.entry("taskmanager.memory.managed.size", "128mb"),
            Map.entry("taskmanager.memory.jvm-metaspace.size", "256mb"),
            Map.entry("taskmanager.memory.jvm-overhead.min", "192mb"),
            Map.entry("taskmanager.memory.jvm-overhead.max", "192mb")));
  }

  private Process start(String name, String heap, String program, Map<String, String> settings)
      throws IOException {
    Path conf = SERVICE.resolve("conf").toAbsolutePath();
    List<String> command = Java.command();
    command.add("@" + SERVICE.resolve("jvm.options"));
    command.add(heap);
    command.add("-Djava.io.tmpdir=" + folder);
    command.add("-cp");
    command.add(Files.readString(SERVICE.resolve("target/classpath")).strip());
    command.add(program);
    command.addAll(List.of("--configDir", conf.toString()));
    command.addAll(List.of("-D", "rest.port=" + rest));
    command.addAll(List.of("-D", "jobmanager.rpc.port=" + rpc));
    command.addAll(List.of("-D", "io.tmp.dirs=" + folder));
    settings.forEach((key, value) -> command.addAll(List.of("-D", key + "=" + value)));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(log(name).toFile())
        .start();
  }

  Path log(String name) {
    return folder.resolve(name + ".log");
  }

  @Override
  public void close() throws IOException {
    Folders.delete(folder);
  }
}
