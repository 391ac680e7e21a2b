package io.cloudpulse.pipelines.move;

/** What is done before this process ends because it was asked to, by Ctrl-C or a signal. */
final class StopHook implements AutoCloseable {
  private final Thread hook;

  private StopHook(Thread hook) {
    this.hook = hook;
  }

  static StopHook before(Runnable last) {
    Thread hook = new Thread(last, "pulse-stop");
    Runtime.getRuntime().addShutdownHook(hook);
    return new StopHook(hook);
  }

  /** The run has ended by itself: nothing is left to do. */
  @Override
  public void close() {
    try {
      boolean unused = Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException stopping) {
      // The hook is at work already.
    }
  }
}
