package io.cloudpulse.pipelines.command;

import io.cloudpulse.pipelines.flags.MoveFlags;
import io.cloudpulse.pipelines.flags.MoveSettings;
import io.cloudpulse.pipelines.flags.MoveSettingsReader;
import io.cloudpulse.pipelines.flags.Problems;
import io.cloudpulse.pipelines.move.Move;
import io.cloudpulse.pipelines.plan.Plan;
import io.cloudpulse.pipelines.plan.PlanFormat;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pulse plan}. */
@Command(
    name = "plan",
    description = "Show what run would do with the same flags, and write nothing.",
    mixinStandardHelpOptions = true)
public final class PlanCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private MoveFlags flags;
  @Mixin private ForceFlag force;

  @Option(
      names = "--format",
      defaultValue = "text",
      paramLabel = "FORMAT",
      description = "text, svg (a drawing of the graph) or json (default: ${DEFAULT-VALUE}).")
  private String format;

  @Override
  public Integer call() {
    Problems problems = flags.takeFromStack(ParseProblems.of(spec));
    PlanFormat chosen = PlanFormat.named(format, problems);
    MoveSettings settings = MoveSettingsReader.read(flags, problems);
    Plan plan = Plan.of(Move.examine(settings, "plan").forcing(force.forced()));
    spec.commandLine().getOut().print(chosen.write(plan));
    spec.commandLine().getOut().flush();
    return plan.exitCode();
  }
}
