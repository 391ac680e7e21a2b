package io.cloudpulse.serving;

import io.cloudpulse.serving.access.AccessFlags;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code pulse serve}: answers until it is stopped. */
@Command(
    name = "serve",
    description = "Answers over HTTP what readers ask of the sinks, and writes what operators say.",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true)
public final class Serve implements Callable<Integer> {
  private static final int FAILED = 5;

  @Mixin private StoreFlags stores;

  @Option(
      names = "--host",
      defaultValue = "127.0.0.1",
      paramLabel = "ADDRESS",
      description = "Address to listen on.")
  private String host;

  @Option(
      names = "--port",
      defaultValue = "8088",
      paramLabel = "PORT",
      description = "Port; 0 for any.")
  private int port;

  @Mixin private AccessFlags access;

  @Option(
      names = "--cache",
      defaultValue = "PT1S",
      paramLabel = "DURATION",
      description = "How long an answer may be given again; PT0S for not at all.")
  private Duration cache;

  @Option(
      names = "--mostBytes",
      defaultValue = "65536",
      paramLabel = "N",
      description = "Bytes that the body of a request may have.")
  private int mostBytes;

  /** Starts the server of this process. */
  public static void main(String[] args) {
    int code = new CommandLine(new Serve()).setExecutionExceptionHandler(Serve::tell).execute(args);
    if (code != 0) {
      System.exit(code);
    }
  }

  /** A port that is taken, a file that cannot be read: no stack trace helps. */
  private static int tell(Exception failure, CommandLine command, CommandLine.ParseResult parsed)
      throws Exception {
    if (failure instanceof IOException || failure instanceof JavalinBindException) {
      command.getErr().println(failure.getMessage());
      return FAILED;
    }
    throw failure;
  }

  @Override
  public Integer call() throws InterruptedException, IOException {
    Settings settings = new Settings(host, port, access.read(), cache, mostBytes);
    Server server = Server.start(settings, stores.open());
    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    System.out.printf("http://%s:%d/api/openapi.json%n", host, server.port());
    System.out.printf("http://%s:%d/ (the page, for a browser)%n", host, server.port());
    return 0;
  }
}
