package io.cloudpulse.pipelines.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** A server's JVM: known by a property that names the service's folder. */
record JavaServer(ServiceHome home) {
  /** The JVM flag that marks it. */
  String mark() {
    return "-Dpulse.service=" + home.service();
  }

  boolean isAlive() {
    return !processes().alive().isEmpty();
  }

  /**
   * Asks it to end and, if it does not, ends it. What it has promised to keep is kept either way.
   */
  void end() throws IOException {
    List<EndingProcess> alive = processes().alive().stream().map(EndingProcess::new).toList();
    alive.forEach(process -> process.handle().destroy());
    alive.stream()
        .filter(process -> !process.awaitEnd())
        .forEach(process -> process.handle().destroyForcibly());
    processes().awaitGone(NumberFile.read(home.pid()));
  }

  /** The JDK that runs us runs it too. */
  static Path javaHome() {
    return Path.of(System.getProperty("java.home"));
  }

  static String java() {
    return javaHome().resolve("bin").resolve("java").toString();
  }

  private ServerProcesses processes() {
    // The pid file's name stands on the command line of what starts Elasticsearch, and may be left.
    return new ServerProcesses(
        home, "java", ProcessMark.startedWith(Set.of(mark(), home.pid().toString())));
  }
}
