package io.cloudpulse.tests.cluster;

import io.cloudpulse.pipelines.Pulse;
import io.cloudpulse.tests.kit.Java;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A driver of a job on a cluster: a process that can be killed. */
public record SparkDriver(Process process, Path log) implements AutoCloseable {
  private static final AtomicInteger COUNT = new AtomicInteger();

  /** What a job asks of the cluster: two executors of one core. */
  private static final List<String> SIZE =
      List.of(
          "spark.executor.cores=1",
          "spark.executor.memory=700m",
          "spark.cores.max=2",
          "spark.executor.extraJavaOptions=" + String.join(" ", Java.SOON_DONE));

  /** In a JVM of its own, as {@code ./pulse} starts one. */
  public static SparkDriver launch(SparkCluster cluster, List<String> args) throws IOException {
    Path flags = cluster.home().folder().resolve("driver.options");
    Files.writeString(flags, "-cp\n\"" + SparkHome.BUNDLE.classPath() + "\"\n");
    List<String> command = Java.command();
    command.add("@" + SparkHome.BUNDLE.folder().resolve("jvm.options"));
    command.add("-Xmx600m");
    SIZE.forEach(setting -> command.add("-D" + setting));
    command.add("-Dspark.local.dir=" + cluster.home().folder().resolve("driver"));
    command.add("-Dpulse.runners=" + SparkHome.BUNDLE.folder().getParent());
    command.add("@" + flags);
    command.add(Pulse.class.getName());
    command.addAll(args);
    command.addAll(flags(cluster));
    return start(cluster, command);
  }

  /** What a command needs beside its own flags to mean the cluster. */
  public static List<String> flags(SparkCluster cluster) throws IOException {
    return List.of(
        "--runner=spark",
        "--sparkMaster=" + cluster.url(),
        "--filesToStage=" + SparkHome.BUNDLE.uber());
  }

  /** By {@code spark-submit}, which has Spark's own class path and our jar. */
  static SparkDriver submit(SparkCluster cluster, List<String> args) throws IOException {
    List<String> command = Java.command();
    command.add("@" + SparkHome.BUNDLE.folder().resolve("jvm.options"));
    command.add("-Xmx600m");
    command.addAll(List.of("-cp", cluster.home().jars() + "/*"));
    command.add("org.apache.spark.deploy.SparkSubmit");
    command.addAll(List.of("--master", cluster.url(), "--class", Pulse.class.getName()));
    SIZE.forEach(setting -> command.addAll(List.of("--conf", setting)));
    command.add(SparkHome.BUNDLE.uber().toString());
    command.addAll(args);
    command.add("--runner=spark");
    return start(cluster, command);
  }

  private static SparkDriver start(SparkCluster cluster, List<String> command) throws IOException {
    String name = "driver" + COUNT.incrementAndGet();
    Process process = cluster.home().builder(command, name).start();
    return new SparkDriver(process, cluster.home().folder().resolve(name + ".log"));
  }

  /** Waits until it ends by itself, and returns its exit code. */
  public int exitCode() {
    return process.onExit().join().exitValue();
  }

  /** Ends it with a signal that no program can catch. */
  void kill() {
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
