package io.cloudpulse.tests.matrix;

/** Where a run finds an {@link Offer}. */
enum Source {
  FILES("files", "id, source, byte_offset"),
  KAFKA("Kafka", "id, source, byte_offset"),
  /** Each run has a subscription of its own: a letter's source names it, and its id goes by it. */
  PUBSUB("Pub/Sub", "regexp_replace(source, '[^/]*$', ''), byte_offset");

  private final String words;
  private final String letterPlaces;

  Source(String words, String letterPlaces) {
    this.words = words;
    this.letterPlaces = letterPlaces;
  }

  /** The columns of a dead letter that tell its record's place, the same in every run. */
  String letterPlaces() {
    return letterPlaces;
  }

  @Override
  public String toString() {
    return words;
  }
}
