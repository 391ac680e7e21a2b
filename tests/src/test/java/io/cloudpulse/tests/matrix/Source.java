package io.cloudpulse.tests.matrix;

/** Where a run finds an {@link Offer}. */
enum Source {
  FILES("files"),
  KAFKA("Kafka");

  private final String words;

  Source(String words) {
    this.words = words;
  }

  @Override
  public String toString() {
    return words;
  }
}
