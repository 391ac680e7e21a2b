package io.cloudpulse.bench;

import io.cloudpulse.pipelines.local.LocalElasticsearch;
import io.cloudpulse.pipelines.local.LocalKafka;
import io.cloudpulse.pipelines.local.LocalService;
import io.cloudpulse.pipelines.local.RunningService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Starts a server of the benchmark's own, or ends it: {@code start|stop kafka|elasticsearch HOME}.
 */
final class BenchService {
  private BenchService() {}

  public static void main(String[] args) throws IOException {
    Path home = Path.of(args[2]);
    LocalService service =
        args[1].equals("kafka") ? LocalKafka.in(home) : LocalElasticsearch.in(home);
    if (args[0].equals("stop")) {
      service.wipe(); // every run sends and stores anew
      return;
    }
    RunningService server = service.start();
    System.out.println("version=" + server.version());
    System.out.println("address=" + server.address());
    System.out.println("pid=" + Files.readString(home.resolve(args[1]).resolve("pid")).strip());
  }
}
