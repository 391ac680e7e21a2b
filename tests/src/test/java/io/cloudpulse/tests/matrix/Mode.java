package io.cloudpulse.tests.matrix;

/** How a run reads its source. */
enum Mode {
  BATCH,
  STREAMING;

  /** As {@code --mode} takes it. */
  @Override
  public String toString() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
