package io.cloudpulse.pipelines.command;

import io.cloudpulse.pipelines.move.Launched;

/** A job that was handed over, for a person: where it is, and what to type about it. */
final class LaunchPage {
  private final StringBuilder text = new StringBuilder();

  private LaunchPage() {}

  static String of(Launched job) {
    LaunchPage page = new LaunchPage();
    if (job.template().isPresent()) {
      page.line("written", "the job \"" + job.name() + "\", to " + job.template().get());
      page.line("started", "nothing: Dataflow starts the job from there");
      return page.text.toString();
    }
    String place = job.id() + " --project=" + job.project() + " --region=" + job.region();
    page.line("job", job.id() + " on dataflow, named " + job.name());
    page.line(
        "to see it",
        "https://console.cloud.google.com/dataflow/jobs/%s/%s?project=%s"
            .formatted(job.region(), job.id(), job.project()));
    page.line(
        "its counts", "./pulse status --job=" + job.run() + " --ledger='" + job.ledger() + "'");
    if (job.streaming()) {
      page.line("to drain it", "gcloud dataflow jobs drain " + place);
      page.line("to update it", "the same command with --update=true --jobName=" + job.name());
    }
    page.line("to cancel it", "gcloud dataflow jobs cancel " + place);
    return page.text.toString();
  }

  private void line(String name, String value) {
    text.append(String.format("%-14s %s%n", name, value));
  }
}
