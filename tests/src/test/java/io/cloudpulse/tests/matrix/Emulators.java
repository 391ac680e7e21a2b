package io.cloudpulse.tests.matrix;

import io.cloudpulse.tests.kit.PubsubServer;
import io.cloudpulse.tests.kit.Subscriptions;
import io.cloudpulse.tests.kit.bigquery.BigQuery;
import io.cloudpulse.tests.kit.bigquery.BigQueryServer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What stands in for Google's servers, where this machine has it. */
record Emulators(Optional<BigQuery> bigquery, Optional<Subscriptions> pubsub) {
  static Emulators running() {
    return new Emulators(BigQueryServer.running(), PubsubServer.running());
  }

  /** The sinks that there are. */
  List<Sink> sinks() {
    return Arrays.stream(Sink.values())
        .filter(sink -> sink != Sink.BIGQUERY || bigquery.isPresent())
        .toList();
  }

  /** Why nothing can be read from a source; empty if it can. */
  Optional<String> missing(Source source) {
    return source == Source.PUBSUB && pubsub.isEmpty()
        ? Optional.of(PubsubServer.MISSING)
        : Optional.empty();
  }

  /** Why something is left out, a line each. */
  List<String> missing() {
    Stream<String> sink = bigquery.isEmpty() ? Stream.of(BigQueryServer.MISSING) : Stream.empty();
    return Stream.concat(sink, missing(Source.PUBSUB).stream()).toList();
  }
}
