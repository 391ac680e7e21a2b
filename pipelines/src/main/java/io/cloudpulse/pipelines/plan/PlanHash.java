package io.cloudpulse.pipelines.plan;

import io.cloudpulse.pipelines.flags.MoveSettings;
import io.cloudpulse.pipelines.flags.SinkAddress;
import io.cloudpulse.pipelines.flags.StreamSettings;
import io.cloudpulse.pipelines.move.Move;
import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.transforms.Digest;
import io.cloudpulse.transforms.Sink;
import io.cloudpulse.transforms.activity.ActivityWindows;
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
        graph.stream().map(PlanHash::withoutReading).toList(),
        move.sinks().stream().map(Sink::definition).toList());
  }

  /** How a source shares out its work depends on how many files it finds. */
  private static GraphStep withoutReading(GraphStep step) {
    List<GraphStep> steps = step.isSource() ? List.of() : step.steps();
    return new GraphStep(step.id(), step.name(), step.after(), steps);
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
      Optional<ActivityWindows> windows,
      List<GraphStep> graph,
      List<List<String>> definitions) {}
}
