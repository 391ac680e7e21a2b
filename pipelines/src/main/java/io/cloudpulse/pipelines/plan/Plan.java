package io.cloudpulse.pipelines.plan;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.cloudpulse.pipelines.deadletters.DeadLetterAddress;
import io.cloudpulse.pipelines.flags.ClusterFlag;
import io.cloudpulse.pipelines.flags.ExitCode;
import io.cloudpulse.pipelines.flags.MoveSettings;
import io.cloudpulse.pipelines.move.Move;
import io.cloudpulse.pipelines.preflight.Preflight;
import io.cloudpulse.pipelines.preflight.StepVerdict;
import io.cloudpulse.transforms.TargetState;
import java.util.ArrayList;
import java.util.List;

/**
 * What a run would do.
 *
 * @param verdict what is to be known of the runner as a whole
 * @param verdicts what the runner makes of each step
 * @param forced what would be refused, if it were not forced
 * @param deadLetters where refused records would be kept
 * @param problems what a run with these flags is refused for; empty if it may start
 * @param hashed everything that the hash covers: two plans with unlike hashes differ here
 * @param hash of what would be done, for {@code run --plan}
 */
@JsonPropertyOrder({"dataset", "description", "mode", "runner", "verdict", "verdicts", "source"})
public record Plan(
    String dataset,
    String description,
    String mode,
    String runner,
    Verdict verdict,
    List<StepVerdict> verdicts,
    List<StepVerdict> forced,
    SourcePlan source,
    List<GraphStep> graph,
    List<SinkPlan> sinks,
    String deadLetters,
    List<String> problems,
    Object hashed,
    String hash) {

  /**
   * Looks at files and sinks, and writes nothing.
   *
   * @throws io.cloudpulse.pipelines.flags.StoppedException if a step is forced that is not there
   */
  public static Plan of(Move move) {
    MoveSettings settings = move.settings();
    Preflight preflight = move.preflight();
    preflight.checkForced();
    List<SinkPlan> sinks = sinks(move);
    List<GraphStep> graph = GraphWalk.of(move.pipeline());
    PlanHash.Facts facts = PlanHash.facts(move, graph);
    return new Plan(
        settings.dataset().name(),
        settings.dataset().description(),
        settings.mode(),
        settings.runner().name(),
        Verdict.of(preflight, ClusterFlag.cluster(settings.runnerArgs())),
        preflight.verdicts(),
        preflight.forcedThrough(),
        SourcePlan.of(move),
        graph,
        sinks,
        DeadLetterAddress.of(settings).toString(),
        problems(move, preflight, sinks),
        Canonical.tree(facts),
        PlanHash.of(facts));
  }

  public int exitCode() {
    return problems.isEmpty() ? ExitCode.DONE : ExitCode.PLAN_REFUSED;
  }

  private static List<SinkPlan> sinks(Move move) {
    List<SinkPlan> sinks = new ArrayList<>();
    for (int i = 0; i < move.sinks().size(); i++) {
      sinks.add(SinkPlan.of(move.sinks().get(i), move.settings().sinks().get(i)));
    }
    return sinks;
  }

  private static List<String> problems(Move move, Preflight preflight, List<SinkPlan> sinks) {
    List<String> problems = new ArrayList<>(move.problems());
    problems.addAll(preflight.problems());
    for (SinkPlan sink : sinks) {
      if (sink.target() == TargetState.Kind.UNFIT) {
        sink.details().forEach(detail -> problems.add(sink.address() + ": " + detail));
      }
    }
    return problems;
  }
}
