package io.cloudpulse.tests.live;

import io.cloudpulse.pipelines.local.LocalElasticsearch;
import io.cloudpulse.pipelines.local.LocalKafka;
import io.cloudpulse.pipelines.local.LocalPostgres;
import io.cloudpulse.pipelines.local.RunningElasticsearch;
import io.cloudpulse.pipelines.local.RunningKafka;
import io.cloudpulse.pipelines.local.RunningPostgres;
import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.Folders;
import io.cloudpulse.tests.kit.Indices;
import io.cloudpulse.tests.kit.Loopback;
import io.cloudpulse.tests.kit.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Servers of one test alone, which it may kill, stop and pause. */
final class ChaosServers implements AutoCloseable {
  private final Path home;
  private final LocalPostgres postgres;
  private final LocalKafka kafka;
  private final LocalElasticsearch elasticsearch;
  private final RunningPostgres database;
  private final RunningKafka broker;
  private final RunningElasticsearch node;

  private ChaosServers(Path home) {
    this.home = home;
    this.postgres = LocalPostgres.in(home).onPort(Loopback.freePort());
    this.kafka = LocalKafka.in(home).onPort(Loopback.freePort());
    this.elasticsearch = LocalElasticsearch.in(home).onPort(Loopback.freePort());
    this.database = postgres.start();
    this.broker = kafka.start();
    this.node = elasticsearch.start();
  }

  static ChaosServers start() throws IOException {
    return new ChaosServers(Files.createTempDirectory("pulse-chaos"));
  }

  Database database(String name) {
    return Database.create(database, name);
  }

  Topics topics() {
    return new Topics(broker);
  }

  Indices indices() {
    return new Indices(node, "activity-");
  }

  /** It waits for its clients to go, and sends them away; what they had not committed is undone. */
  void restartPostgres() {
    postgres.stop();
    RunningPostgres unused = postgres.start();
  }

  /** With a signal that it cannot catch. */
  void killBroker() throws IOException {
    ProcessHandle process = process("kafka");
    boolean unused = process.destroyForcibly();
    var unusedHandle = process.onExit().join();
  }

  void startBroker() {
    RunningKafka unused = kafka.start();
  }

  /** Connections stay open, and nobody answers. */
  void pauseElasticsearch() throws IOException {
    signal("STOP");
  }

  void resumeElasticsearch() throws IOException {
    signal("CONT");
  }

  private void signal(String name) throws IOException {
    String pid = String.valueOf(process("elasticsearch").pid());
    int code = new ProcessBuilder("kill", "-" + name, pid).start().onExit().join().exitValue();
    if (code != 0) {
      throw new IOException("no signal for process " + pid);
    }
  }

  private ProcessHandle process(String service) throws IOException {
    String pid = Files.readString(home.resolve(service).resolve("pid")).strip();
    return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
  }

  @Override
  public void close() throws IOException {
    resumeElasticsearch();
    elasticsearch.wipe();
    kafka.wipe();
    postgres.wipe();
    Folders.delete(home);
  }
}
