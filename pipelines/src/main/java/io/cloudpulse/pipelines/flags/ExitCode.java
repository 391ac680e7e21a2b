package io.cloudpulse.pipelines.flags;

/** How a command ended, for the shell. */
public enum ExitCode {
  DONE(0),
  WRONG_FLAGS(2),
  PLAN_REFUSED(3),
  TOO_MANY_REFUSED(4),
  FAILED(5),
  UNBALANCED(6);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }
}
