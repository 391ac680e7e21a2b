package io.cloudpulse.tests.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cloudpulse.pipelines.preflight.Capabilities;
import io.cloudpulse.pipelines.preflight.Mode;
import io.cloudpulse.tests.kit.Java;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * What is said of Spark, against what it does: in a JVM of its own, with the class path and the
 * flags of its bundle, because its libraries cannot live beside Flink's.
 */
@Tag("matrix")
class SparkTruthIT {
  private static final Path PROFILES = Path.of(System.getProperty("pulse.runners", ""));
  private static final Path BUNDLE = PROFILES.resolve("spark/target/classpath");

  @BeforeAll
  static void needsTheBundle() {
    assumeTrue(
        Files.exists(BUNDLE),
        () -> BUNDLE + " is not there: mvn package -pl runners-config/spark -am makes it");
  }

  @TestFactory
  Stream<DynamicTest> isSaidAsItIs() throws Exception {
    Capabilities spark = Capabilities.of("spark");
    assertThat(Claims.probed(Mode.BATCH)).containsAll(Claims.tested(spark, Mode.BATCH));
    Map<String, String> outcomes = outcomes();
    return Probes.in(Mode.BATCH)
        .map(
            probe ->
                DynamicTest.dynamicTest(
                    probe.name(),
                    () ->
                        Claims.check(
                            probe,
                            spark.claim(probe.capability(), Mode.BATCH),
                            outcomes.getOrDefault(probe.name(), "did not run"))));
  }

  private static Map<String, String> outcomes() throws Exception {
    Path log = Files.createTempFile("spark-probes", ".log");
    Process process =
        new ProcessBuilder(command())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      assertThat(process.waitFor(20, TimeUnit.MINUTES)).as("probes ended, see %s", log).isTrue();
      try (Stream<String> lines = Files.lines(log)) {
        return lines
            .filter(line -> line.startsWith("PROBE\t"))
            .map(line -> line.split("\t"))
            .collect(Collectors.toMap(parts -> parts[1], parts -> parts[3]));
      }
    } finally {
      process.destroyForcibly();
      Files.deleteIfExists(log);
    }
  }

  private static List<String> command() throws IOException {
    String classes = classesOf(ProbeMain.class);
    String libraries =
        Files.readString(BUNDLE).strip().replace("lib/", BUNDLE.resolveSibling("lib") + "/");
    List<String> command = Java.command();
    command.add("@" + PROFILES.resolve("spark/jvm.options"));
    command.add("-Xmx2g");
    command.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=off");
    command.add("-Dpulse.runners=" + PROFILES);
    command.addAll(List.of("-cp", classes + File.pathSeparator + libraries));
    command.add(ProbeMain.class.getName());
    command.addAll(List.of("--runner=spark", "--mode=batch"));
    return command;
  }

  private static String classesOf(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation().getPath();
  }
}
