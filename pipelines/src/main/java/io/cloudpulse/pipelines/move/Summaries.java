package io.cloudpulse.pipelines.move;

import io.cloudpulse.pipelines.flags.DatabaseAddress;
import io.cloudpulse.pipelines.flags.MoveSettings;
import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.transforms.Sink;
import io.cloudpulse.transforms.VersionedRecord;
import io.cloudpulse.transforms.Windows;
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
 * @param distinct what the records go through before; empty for nothing
 */
record Summaries(
    MoveSettings settings,
    Optional<PTransform<PCollection<VersionedRecord>, PCollection<VersionedRecord>>> distinct,
    List<MoveGraph.Summary> all) {
  static Summaries of(MoveSettings settings, Function<Dataset, List<Sink>> sinks) {
    List<MoveGraph.Summary> all =
        Stream.concat(
                settings.windows().stream().flatMap(windows -> windows.aggregates().stream()),
                UsedModel.of(settings).map(UsedModel::predictions).stream())
            .map(
                aggregate ->
                    new MoveGraph.Summary(
                        aggregate.dataset().name(),
                        aggregate.compute(),
                        sinks.apply(aggregate.dataset())))
            .toList();
    return new Summaries(settings, settings.windows().flatMap(Windows::distinct), all);
  }

  /** One thing, of all records as they are. */
  static Summaries one(
      MoveSettings settings,
      String name,
      PTransform<PCollection<VersionedRecord>, PCollection<VersionedRecord>> compute,
      Sink into) {
    return new Summaries(
        settings, Optional.empty(), List.of(new MoveGraph.Summary(name, compute, List.of(into))));
  }

  Stream<Sink> sinks() {
    return all.stream().flatMap(summary -> summary.sinks().stream());
  }

  /** Makes their targets ready, and the views over them. */
  void prepare() {
    all.forEach(summary -> summary.sinks().forEach(Sink::prepare));
    List<String> views = settings.windows().map(Windows::views).orElse(List.of());
    if (!views.isEmpty()) {
      settings.sinks().stream()
          .filter(DatabaseAddress.class::isInstance)
          .map(sink -> PostgresPreparation.of(((DatabaseAddress) sink).database()))
          .forEach(database -> database.prepare(views));
    }
  }
}
