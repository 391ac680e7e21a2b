package io.cloudpulse.pipelines.preflight;

import io.cloudpulse.pipelines.flags.ExitCode;
import io.cloudpulse.pipelines.flags.Problems;
import io.cloudpulse.pipelines.flags.StoppedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.beam.sdk.Pipeline;

/**
 * What a runner says of a built graph, before anything is started.
 *
 * @param verdicts of every step, on everything that it asks for
 * @param names of all steps
 */
public record Preflight(
    Capabilities capabilities,
    Mode mode,
    List<StepVerdict> verdicts,
    Set<String> names,
    Forced forced) {

  /**
   * Asks the runner.
   *
   * @param forced steps that are to run whatever it says
   */
  public static Preflight of(Pipeline graph, Capabilities runner, Mode mode, Forced forced) {
    GraphNeeds needs = GraphNeeds.of(graph);
    return new Preflight(runner, mode, verdicts(needs, runner, mode), needs.names(), forced);
  }

  /** A verdict for each step and each thing that it asks for, in the order of the graph. */
  public static List<StepVerdict> verdicts(Pipeline graph, Capabilities runner, Mode mode) {
    return verdicts(GraphNeeds.of(graph), runner, mode);
  }

  private static List<StepVerdict> verdicts(GraphNeeds needs, Capabilities runner, Mode mode) {
    List<StepVerdict> verdicts = new ArrayList<>();
    needs
        .steps()
        .forEach(
            (step, requirements) ->
                requirements.forEach(
                    need ->
                        verdicts.add(
                            StepVerdict.of(step, need, runner.claim(need.capability(), mode)))));
    return List.copyOf(verdicts);
  }

  /** What works, but not as one might expect. */
  public List<StepVerdict> degraded() {
    return verdicts.stream().filter(verdict -> verdict.level() == Level.DEGRADED).toList();
  }

  /** What a run is refused for. */
  public List<StepVerdict> refused() {
    return isRefused().filter(verdict -> !forced.covers(verdict.step())).toList();
  }

  /** What a run would be refused for, if it were not forced. */
  public List<StepVerdict> forcedThrough() {
    return isRefused().filter(verdict -> forced.covers(verdict.step())).toList();
  }

  private Stream<StepVerdict> isRefused() {
    return verdicts.stream().filter(verdict -> verdict.level() == Level.REFUSED);
  }

  /** Each thing that a run is refused for, with what to change. */
  public List<String> problems() {
    List<String> problems = new ArrayList<>();
    if (mode == Mode.STREAMING && capabilities.streams() == Streams.NONE) {
      problems.add(capabilities.runner() + " runs no streams: " + capabilities.because());
    }
    refused().stream().map(this::problem).forEach(problems::add);
    return problems;
  }

  private String problem(StepVerdict refused) {
    return "%s, %s: %s. To run it all the same: --force='%s'"
        .formatted(capabilities.runner(), mode.word(), refused.sentence(), refused.step());
  }

  /**
   * Lets a run through that the runner can do.
   *
   * @throws StoppedException with everything that it cannot
   */
  public void stopIfRefused() {
    List<String> problems = problems();
    if (!problems.isEmpty()) {
      throw StoppedException.because(ExitCode.PLAN_REFUSED, problems);
    }
  }

  /**
   * Steps that are forced must be there.
   *
   * @throws StoppedException with every name that no step has
   */
  public void checkForced() {
    Problems problems = new Problems();
    forced.check(names, problems);
    problems.stopIfAny();
  }
}
