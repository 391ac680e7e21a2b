package io.cloudpulse.pipelines.move;

import io.cloudpulse.pipelines.flags.DatabaseAddress;
import io.cloudpulse.pipelines.flags.MoveSettings;
import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.transforms.Sink;
import io.cloudpulse.transforms.VersionedRecord;
import io.cloudpulse.transforms.activity.ActivityAggregates;
import io.cloudpulse.transforms.activity.ActivityAggregates.Aggregate;
import io.cloudpulse.transforms.activity.ActivityWindows;
import io.cloudpulse.transforms.activity.SummariseUserDays;
import io.cloudpulse.transforms.postgres.PostgresPreparation;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;

/**
 * The rows a move computes of its records, if its settings ask for some.
 *
 * @param distinct what the records go through before; empty if nothing is computed of them
 */
record Summaries(
    MoveSettings settings,
    Optional<PTransform<PCollection<VersionedRecord>, PCollection<VersionedRecord>>> distinct,
    List<MoveGraph.Summary> all) {
  static Summaries of(MoveSettings settings, Function<Dataset, List<Sink>> sinks) {
    List<MoveGraph.Summary> all =
        settings.windows().stream()
            .flatMap(windows -> aggregates(settings, windows))
            .map(
                aggregate ->
                    new MoveGraph.Summary(
                        aggregate.dataset().name(),
                        aggregate.compute(),
                        sinks.apply(aggregate.dataset())))
            .toList();
    return new Summaries(settings, settings.windows().map(ActivityAggregates::distinct), all);
  }

  private static Stream<Aggregate> aggregates(MoveSettings settings, ActivityWindows windows) {
    return Stream.concat(
        ActivityAggregates.in(windows).stream(),
        UsedModel.of(settings)
            .map(used -> ActivityAggregates.predictions(windows, used.choice()))
            .stream());
  }

  /** One thing, of all records as they are. */
  static Summaries one(
      MoveSettings settings,
      String name,
      PTransform<PCollection<VersionedRecord>, PCollection<VersionedRecord>> compute,
      Sink into) {
    return new Summaries(
        settings,
        Optional.of(PTransform.compose(records -> records)),
        List.of(new MoveGraph.Summary(name, compute, List.of(into))));
  }

  Stream<Sink> sinks() {
    return all.stream().flatMap(summary -> summary.sinks().stream());
  }

  /** Makes their targets ready, and the view over the days of users. */
  void prepare() {
    all.forEach(summary -> summary.sinks().forEach(Sink::prepare));
    if (!all.isEmpty()) {
      settings.sinks().stream()
          .filter(DatabaseAddress.class::isInstance)
          .map(sink -> PostgresPreparation.of(((DatabaseAddress) sink).database()))
          .forEach(database -> database.prepare(List.of(SummariseUserDays.USERS_VIEW)));
    }
  }
}
