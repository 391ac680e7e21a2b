package io.cloudpulse.tests.cluster;

import io.cloudpulse.pipelines.Pulse;
import io.cloudpulse.tests.kit.Java;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A launcher of a job on a cluster, in a JVM of its own, as {@code ./pulse} starts one. */
public record FlinkDriver(Process process, Path log) implements AutoCloseable {
  private static final RunnerBundle BUNDLE = new RunnerBundle("flink");
  private static final AtomicInteger COUNT = new AtomicInteger();

  /** Starts it with the flags of a run and those of the cluster. */
  public static FlinkDriver launch(FlinkCluster cluster, List<String> args) throws IOException {
    return launch(cluster, args, Map.of());
  }

  /** The same, in an environment that the cluster has not. */
  static FlinkDriver launch(
      FlinkCluster cluster, List<String> args, Map<String, String> environment) throws IOException {
    String name = "driver" + COUNT.incrementAndGet();
    Path folder = cluster.home().folder();
    Path flags = folder.resolve("driver.options");
    Files.writeString(flags, "-cp\n\"" + BUNDLE.classPath() + "\"\n");
    List<String> command = Java.command();
    command.add("@" + BUNDLE.folder().resolve("jvm.options"));
    command.add("-Xmx600m");
    command.add("-Dpulse.home=" + folder.resolve("pulse"));
    command.add("-Dpulse.runners=" + BUNDLE.folder().getParent());
    command.add("@" + flags);
    command.add(Pulse.class.getName());
    command.addAll(args);
    command.addAll(flags(cluster));
    Path log = cluster.home().log(name);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    return new FlinkDriver(builder.start(), log);
  }

  /** What a command needs beside its own flags to mean the cluster. */
  public static List<String> flags(FlinkCluster cluster) throws IOException {
    return List.of(
        "--runner=flink", "--flinkMaster=" + cluster.master(), "--filesToStage=" + BUNDLE.uber());
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Waits until it ends by itself, and returns its exit code. */
  public int exitCode() {
    return process.onExit().join().exitValue();
  }

  /** Asks it to end, as Ctrl-C and service managers do, and returns its exit code. */
  public int terminate() {
    process.destroy();
    return exitCode();
  }

  /** Ends it with a signal that no program can catch. */
  public void kill() {
    var unused = process.destroyForcibly().onExit().join();
  }

  /** What it printed. */
  public String said() throws IOException {
    return Files.readString(log);
  }

  @Override
  public void close() {
    kill();
  }
}
