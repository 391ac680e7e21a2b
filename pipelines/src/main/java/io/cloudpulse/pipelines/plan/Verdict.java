package io.cloudpulse.pipelines.plan;

/** Whether a runner can do what a plan asks of it, and why not, or what to change. */
public record Verdict(Level level, String reason) {
  /** How well. */
  public enum Level {
    OK,
    /** It works, but not as one might expect. */
    DEGRADED,
    /** A run does not start. */
    REFUSED
  }

  static Verdict of(String runner, String mode) {
    return runner.equals("direct")
        ? new Verdict(
            Level.DEGRADED,
            "made for tests, not for volume: it checks and copies every record."
                + " For more than some 10,000 rows: --runner=flink")
        : new Verdict(Level.OK, mode + ", in this process");
  }
}
