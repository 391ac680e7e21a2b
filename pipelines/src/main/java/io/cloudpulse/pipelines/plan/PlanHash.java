package io.cloudpulse.pipelines.plan;

import io.cloudpulse.pipelines.flags.MoveSettings;
import io.cloudpulse.pipelines.flags.SinkAddress;
import io.cloudpulse.pipelines.flags.StreamSettings;
import io.cloudpulse.pipelines.move.Move;
import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.transforms.Digest;
import io.cloudpulse.transforms.SchemaPolicy;
import io.cloudpulse.transforms.Sink;
import io.cloudpulse.transforms.Windows;
import io.cloudpulse.transforms.likelihood.ModelFolder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Names what a run would do: two runs with one hash do the same to the same data. Which files there
 * are today, where the local server listens and what its tables look like are not part of it.
 */
public final class PlanHash {
  private PlanHash() {}

  public static String of(Move move) {
    return of(facts(move, GraphWalk.of(move.pipeline())));
  }

  static String of(Facts facts) {
    return new Digest().add(Canonical.text(facts)).hex().substring(0, 16);
  }

  static Facts facts(Move move, List<GraphStep> graph) {
    MoveSettings settings = move.settings();
    return new Facts(
        settings.dataset(),
        settings.source().written(),
        settings.sinks().stream().map(SinkAddress::written).toList(),
        settings.deadLetters(),
        settings.mode(),
        settings.runner().name(),
        settings.runnerArgs(),
        settings.maxRefused(),
        settings.asOf(),
        settings.refuseUnknownColumns(),
        settings.stream(),
        settings.history().map(history -> history.source().written()),
        settings.windows(),
        settings.model(),
        settings.incremental(),
        settings.schema(),
        withoutReading(graph),
        move.sinks().stream().map(Sink::definition).toList());
  }

  /** How a source shares out its work depends on how many files it finds. */
  private static List<GraphStep> withoutReading(List<GraphStep> graph) {
    List<String> sources = graph.stream().filter(GraphStep::isSource).map(GraphStep::id).toList();
    return graph.stream()
        .map(
            step ->
                step.isSource()
                    ? new GraphStep(step.id(), step.name(), step.after(), List.of())
                    : afterWhole(sources, step))
        .toList();
  }

  /** A step that takes the output of a source's part takes the source's. */
  private static GraphStep afterWhole(List<String> sources, GraphStep step) {
    List<String> after = step.after().stream().map(id -> whole(sources, id)).distinct().toList();
    List<GraphStep> steps = step.steps().stream().map(part -> afterWhole(sources, part)).toList();
    return new GraphStep(step.id(), step.name(), after, steps);
  }

  private static String whole(List<String> sources, String id) {
    return sources.stream().filter(source -> id.startsWith(source + "/")).findFirst().orElse(id);
  }

  /** Everything that the hash covers. */
  record Facts(
      Dataset dataset,
      String source,
      List<String> sinks,
      Optional<String> deadLetters,
      String mode,
      String runner,
      List<String> runnerArgs,
      double maxRefused,
      Optional<Instant> asOf,
      boolean refuseUnknownColumns,
      Optional<StreamSettings> stream,
      Optional<String> history,
      Optional<Windows> windows,
      Optional<ModelFolder> model,
      boolean incremental,
      SchemaPolicy schema,
      List<GraphStep> graph,
      List<List<String>> definitions) {}
}
