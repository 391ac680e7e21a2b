package io.cloudpulse.pipelines.plan;

import io.cloudpulse.pipelines.preflight.Level;
import io.cloudpulse.pipelines.preflight.StepVerdict;
import java.util.List;

/** A plan for a person. */
public final class PlanText {
  private final StringBuilder text = new StringBuilder();

  private PlanText() {}

  public static String of(Plan plan) {
    PlanText page = new PlanText();
    page.line("dataset", plan.dataset() + ": " + plan.description());
    page.source(plan.source());
    page.runner(plan);
    page.line("dead letters", plan.deadLetters());
    page.heading("graph");
    plan.graph().forEach(step -> page.step(step, "  "));
    plan.sinks().forEach(page::sink);
    if (!plan.problems().isEmpty()) {
      page.heading("A run with these flags is refused (exit " + plan.exitCode() + "):");
      plan.problems().forEach(problem -> page.indented("- " + problem, "  "));
    }
    page.text.append('\n');
    page.line("hash", plan.hash());
    return page.text.toString();
  }

  private void runner(Plan plan) {
    String verdict = plan.verdict().level().word();
    line("runner", plan.runner() + ": " + verdict + ", " + plan.verdict().reason());
    for (StepVerdict step : plan.verdicts()) {
      if (step.level() != Level.OK) {
        line(plan.forced().contains(step) ? "forced" : step.level().word(), step.sentence());
      }
    }
  }

  private void source(SourcePlan source) {
    line("source", source.address());
    line("", source.extent());
    line("key", source.key());
    line("version", source.version());
    source.notes().forEach(note -> line("note", note));
  }

  private void step(GraphStep step, String indent) {
    text.append(indent).append(step.name()).append('\n');
    step.steps().forEach(inner -> step(inner, indent + "  "));
  }

  private void sink(SinkPlan sink) {
    heading("sink " + sink.address());
    line("  database", sink.database());
    line("  delivery", sink.delivery());
    line("  table", found(sink));
    if (sink.details().size() > 1) {
      sink.details().forEach(detail -> line("", "- " + detail));
    }
    line("  definition", "");
    sink.definition().forEach(statement -> indented(statement + ";", "    "));
  }

  private static String found(SinkPlan sink) {
    String detail = sink.details().size() == 1 ? ": " + sink.details().get(0) : "";
    return switch (sink.target()) {
      case MISSING -> "is not there; a run creates it";
      case FITS -> "is there, and fits";
      case GROWS -> "is there, and fits once it has gained what the dataset has" + detail;
      case LACKS -> "is there, and fits but for what is left out" + detail;
      case UNFIT -> "is there, but does not fit" + detail;
      case UNREACHABLE -> "was not looked at" + detail;
    };
  }

  private void heading(String heading) {
    text.append('\n').append(heading).append('\n');
  }

  private void indented(String lines, String indent) {
    List<String> all = lines.lines().toList();
    all.forEach(line -> text.append(indent).append(line).append('\n'));
  }

  private void line(String name, String value) {
    text.append(String.format("%-14s %s%n", name, value));
  }
}
