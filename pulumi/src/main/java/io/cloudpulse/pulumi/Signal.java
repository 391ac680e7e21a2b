package io.cloudpulse.pulumi;

/**
 * A metric of Google Cloud that says how jobs are, and from where on it is bad. Where the metrics
 * of the jobs themselves (runners-config/monitoring) have a like one, the threshold is theirs.
 *
 * @param purpose for names
 * @param title what a chart is called
 * @param filter which time series: Cloud Monitoring's language
 * @param aligner what is made of the points of a minute
 * @param reducer what is made of several series
 * @param beyond the value that is too much
 * @param lasting for how long it must be, in seconds
 * @param action what to do, for whoever is told
 */
record Signal(
    String purpose,
    String title,
    String filter,
    String aligner,
    String reducer,
    double beyond,
    int lasting,
    String action) {

  static Signal watermarkDelay() {
    return new Signal(
        "watermark-delay",
        "Watermark delay, seconds",
        job("data_watermark_age"),
        "ALIGN_MAX",
        "REDUCE_MAX",
        300,
        900,
        "The stream falls behind. See its steps in Dataflow's console; a higher maxWorkers may help.");
  }

  static Signal jobFailed() {
    return new Signal(
        "job-failed",
        "Jobs that failed",
        job("is_failed"),
        "ALIGN_MAX",
        "REDUCE_SUM",
        0,
        0,
        "./pulse status --job=NAME --ledger=... says how far it came; its log says why. The same"
            + " command starts it where it was.");
  }

  static Signal backlog(Names names) {
    return new Signal(
        "backlog",
        "Messages left to read",
        "metric.type=\"pubsub.googleapis.com/subscription/num_undelivered_messages\""
            + " AND resource.type=\"pubsub_subscription\""
            + " AND resource.labels.subscription_id!=\""
            + names.stream("undelivered")
            + "\"",
        "ALIGN_MEAN",
        "REDUCE_SUM",
        10_000,
        900,
        "A subscription has more than its job reads. Does the job run? A higher maxWorkers may help.");
  }

  static Signal undelivered(Names names) {
    return new Signal(
        "undelivered",
        "Messages that no job took",
        "metric.type=\"pubsub.googleapis.com/subscription/num_undelivered_messages\""
            + " AND resource.type=\"pubsub_subscription\""
            + " AND resource.labels.subscription_id=\""
            + names.stream("undelivered")
            + "\"",
        "ALIGN_MEAN",
        "REDUCE_SUM",
        0,
        3600,
        "gcloud pubsub subscriptions pull shows them; publish them again to their topic when the"
            + " cause is mended.");
  }

  /** Each dead letter is written into a file of the bucket. */
  static Signal deadLetters(Names names) {
    return new Signal(
        "dead-letters",
        "Files of refused records written",
        "metric.type=\"storage.googleapis.com/api/request_count\""
            + " AND resource.type=\"gcs_bucket\""
            + " AND metric.labels.method=\"WriteObject\""
            + " AND resource.labels.bucket_name=\""
            + names.bucket("refused")
            + "\"",
        "ALIGN_DELTA",
        "REDUCE_SUM",
        0,
        0,
        "./pulse dead-letters list shows what was refused and why; mend and replay, or discard.");
  }

  private static String job(String metric) {
    return "metric.type=\"dataflow.googleapis.com/job/%s\" AND resource.type=\"dataflow_job\""
        .formatted(metric);
  }

  /** What tells one of them from another. */
  String by() {
    if (filter.contains("dataflow_job")) {
      return "resource.label.job_name";
    }
    return filter.contains("gcs_bucket")
        ? "resource.label.bucket_name"
        : "resource.label.subscription_id";
  }
}
