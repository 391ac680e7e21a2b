package io.cloudpulse.pipelines.move;

import io.cloudpulse.pipelines.flags.MoveSettings;
import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.transforms.Sink;
import io.cloudpulse.transforms.activity.ActivityAggregates;
import java.util.List;
import java.util.function.Function;

/** The rows a move computes of its records, if its settings ask for some. */
record Summaries(MoveSettings settings, List<MoveGraph.Summary> all) {
  static Summaries of(MoveSettings settings, Function<Dataset, List<Sink>> sinks) {
    List<MoveGraph.Summary> all =
        settings.windows().map(ActivityAggregates::in).orElse(List.of()).stream()
            .map(
                aggregate ->
                    new MoveGraph.Summary(
                        aggregate.dataset().name(),
                        aggregate.compute(),
                        sinks.apply(aggregate.dataset())))
            .toList();
    return new Summaries(settings, all);
  }

  /** Makes their targets ready. */
  void prepare() {
    all.forEach(summary -> summary.sinks().forEach(Sink::prepare));
  }
}
