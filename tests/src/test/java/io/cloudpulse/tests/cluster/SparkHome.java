package io.cloudpulse.tests.cluster;

import io.cloudpulse.tests.kit.Folders;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A folder that is to Spark's programs what an unpacked distribution is: its jars, and room for
 * what they write.
 */
record SparkHome(Path folder) implements AutoCloseable {
  private static final Path PROJECT = Path.of(System.getProperty("pulse.project", ".."));

  /** A new one, with links to the jars of {@code runners-config/services/spark}. */
  static SparkHome make() throws IOException {
    SparkHome home = new SparkHome(Files.createTempDirectory("pulse-spark"));
    Files.createDirectories(home.jars());
    String classPath =
        Files.readString(PROJECT.resolve("runners-config/services/spark/target/classpath")).strip();
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
    List<String> command = new ArrayList<>();
    command.add(java());
    command.add("@" + bundle().resolve("jvm.options"));
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

  /** The jar of a job, as {@code -Puber} builds it. */
  static Path uber() throws IOException {
    try (Stream<Path> built = Files.list(bundle().resolve("target"))) {
      return built
          .filter(jar -> jar.getFileName().toString().endsWith("-uber.jar"))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("no uber jar: mvn -B verify -Pmatrix"))
          .toAbsolutePath()
          .normalize();
    }
  }

  /** The class path with which {@code ./pulse --runner=spark} starts. */
  static String bundleClassPath() throws IOException {
    Path target = bundle().resolve("target").toAbsolutePath();
    return Files.readString(target.resolve("classpath")).strip().replace("lib/", target + "/lib/");
  }

  static Path bundle() {
    return PROJECT.resolve("runners-config/spark");
  }

  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  @Override
  public void close() throws IOException {
    Folders.delete(folder);
  }
}
