package io.cloudpulse.pipelines.demo;

import io.cloudpulse.pipelines.local.LocalElasticsearch;
import io.cloudpulse.pipelines.local.LocalKafka;
import io.cloudpulse.pipelines.local.LocalPostgres;
import io.cloudpulse.pipelines.local.RunningElasticsearch;
import io.cloudpulse.pipelines.local.RunningKafka;
import io.cloudpulse.pipelines.local.RunningPostgres;
import io.cloudpulse.pipelines.local.RunningService;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The servers of a demo. */
record Servers(RunningPostgres postgres, RunningKafka kafka, RunningElasticsearch elasticsearch) {
  /** Starts them all at once, or takes those that run. */
  static Servers startIn(Path home) {
    var kafka = CompletableFuture.supplyAsync(() -> LocalKafka.in(home).start());
    var search = CompletableFuture.supplyAsync(() -> LocalElasticsearch.in(home).start());
    RunningPostgres postgres = LocalPostgres.in(home).start();
    try {
      return new Servers(postgres, kafka.join(), search.join());
    } catch (CompletionException failure) {
      throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
    }
  }

  List<RunningService> all() {
    return List.of(postgres, kafka, elasticsearch);
  }

  /** The address of a database of the server, as a flag takes it. */
  String database(String name) {
    return postgres.jdbcUrl().replaceFirst("/[^/]*$", "/" + name)
        + "?user="
        + postgres.user()
        + "&password=secret://file"
        + postgres.passwordFile().toAbsolutePath();
  }

  String topic(String name) {
    return kafka.address() + "/" + name;
  }
}
