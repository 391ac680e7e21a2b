package io.cloudpulse.pipelines.command;

import io.cloudpulse.pipelines.flags.ExitCode;
import io.cloudpulse.pipelines.local.LocalService;
import io.cloudpulse.pipelines.status.Jobs;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pulse status}. */
@Command(
    name = "status",
    description =
        "Show which local services run, where, and how they are; and the jobs: how far each is,"
            + " how fast, and how far behind.",
    mixinStandardHelpOptions = true)
public final class StatusCommand implements Callable<Integer> {
  private static final String CLEAR = "\u001b[H\u001b[2J";

  @Spec private CommandSpec spec;
  @Mixin private ServiceFlags services;
  @Mixin private JobFlags jobs;

  @Option(names = "--json", description = "Print one JSON object, for machines.")
  private boolean json;

  @Option(names = "--watch", description = "Show it anew every second, until Ctrl-C.")
  private boolean watch;

  @Override
  public Integer call() throws InterruptedException {
    String page = page();
    print(page);
    while (watch && !new CountDownLatch(1).await(1, TimeUnit.SECONDS)) {
      page = page();
      print((Terminal.isThere() ? CLEAR : "") + page);
    }
    return ExitCode.DONE;
  }

  private String page() {
    List<LocalService> shown =
        jobs.one() ? List.of() : services.servicesAndPage(spec.commandLine());
    Optional<Jobs> ledger = jobs.jobs(services.postgres());
    StatusPage page = new StatusPage(jobs, Clock.systemUTC().instant());
    return json
        ? page.json(shown, ledger)
        : page.text(shown, ledger, new ServiceLines(spec.commandLine().getColorScheme()));
  }

  private void print(String page) {
    spec.commandLine().getOut().print(page);
    spec.commandLine().getOut().flush();
  }
}
