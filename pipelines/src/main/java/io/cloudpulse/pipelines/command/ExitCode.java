package io.cloudpulse.pipelines.command;

/** What a script can tell from how a command ended. Scripts rely on the numbers. */
public final class ExitCode {
  public static final int DONE = 0;
  public static final int WRONG_FLAGS = 2;
  public static final int PLAN_REFUSED = 3;
  public static final int TOO_MANY_REFUSED = 4;
  public static final int FAILED = 5;

  /** The report does not balance, or {@code verify} found a difference. */
  public static final int DIFFERS = 6;

  private ExitCode() {}
}
