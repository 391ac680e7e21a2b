package io.cloudpulse.bench;

import io.cloudpulse.pipelines.local.LocalPostgres;
import io.cloudpulse.pipelines.local.RunningPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Starts or stops the benchmark's own server: {@code start HOME name=value...}, {@code stop HOME}.
 */
final class BenchServer {
  private BenchServer() {}

  public static void main(String[] args) throws IOException {
    LocalPostgres postgres = LocalPostgres.in(Path.of(args[1]));
    if (args[0].equals("stop")) {
      postgres.stop();
      return;
    }
    Map<String, String> settings =
        Arrays.stream(args)
            .skip(2)
            .map(setting -> setting.split("=", 2))
            .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    RunningPostgres server = postgres.withSettings(settings).start();
    List<String> facts =
        List.of(
            "version=" + server.version(),
            "url=" + server.jdbcUrl(),
            "pid=" + Files.readAllLines(server.data().resolve("postmaster.pid")).get(0),
            "password=" + server.passwordFile().toAbsolutePath(),
            "passfile=" + server.passfile().toAbsolutePath());
    facts.forEach(System.out::println);
  }
}
