package io.cloudpulse.tests.cluster;

import io.cloudpulse.tests.kit.Folders;
import io.cloudpulse.tests.kit.Java;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A folder that is to Spark's programs what an unpacked distribution is: its jars, and room for
 * what they write.
 */
record SparkHome(Path folder) implements AutoCloseable {
  static final RunnerBundle BUNDLE = new RunnerBundle("spark");

  /** A new one, with links to the jars of {@code runners-config/services/spark}. */
  static SparkHome make() throws IOException {
    SparkHome home = new SparkHome(Files.createTempDirectory("pulse-spark"));
    Files.createDirectories(home.jars());
    String classPath =
        Files.readString(
                RunnerBundle.PROJECT.resolve("runners-config/services/spark/target/classpath"))
            .strip();
    for (String jar : classPath.split(File.pathSeparator)) {
      Files.createSymbolicLink(home.jars().resolve(Path.of(jar).getFileName()), Path.of(jar));
    }
    return home;
  }

  Path jars() {
    return folder.resolve("jars");
  }

  Path work() {
    return folder.resolve("work");
  }

  /** Starts one of Spark's programs; what it says goes to a file of its name. */
  Process start(String name, List<String> jvm, List<String> program) throws IOException {
    List<String> command = Java.command();
    command.add("@" + BUNDLE.folder().resolve("jvm.options"));
    command.addAll(jvm);
    command.add("-cp");
    command.add(jars() + "/*");
    command.addAll(program);
    return builder(command, name).start();
  }

  /** A process on this machine alone, which finds the jars. */
  ProcessBuilder builder(List<String> command, String name) {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder
        .environment()
        .putAll(
            Map.of(
                "SPARK_HOME", folder.toString(),
                "SPARK_SCALA_VERSION", "2.12",
                "SPARK_LOCAL_IP", "127.0.0.1"));
    return builder.redirectOutput(folder.resolve(name + ".log").toFile());
  }

  @Override
  public void close() throws IOException {
    Folders.delete(folder);
  }
}
