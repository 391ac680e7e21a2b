package io.cloudpulse.pipelines.plan;

import io.cloudpulse.pipelines.preflight.Level;
import io.cloudpulse.pipelines.preflight.StepVerdict;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.elk.graph.ElkBendPoint;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;

/** Draws a plan's graph, readable on light and dark ground. */
final class PlanSvg {
  private static final double FOOT = 30;

  private static final String HEAD =
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$.0f %2$.0f" width="%1$.0f" height="%2$.0f" role="img">
      <title>%3$s</title>
      <style>
        text { font: 13px sans-serif; fill: #1f2933; text-anchor: middle }
        .name { font-weight: bold; text-anchor: start; paint-order: stroke; stroke: #f7f9fb; stroke-width: 5px }
        .step { fill: #e3f2fd; stroke: #1976d2 }
        .degraded { fill: #fff8e1; stroke: #f57f17 }
        .refused { fill: #ffebee; stroke: #c62828; stroke-width: 2 }
        .group { fill: #f7f9fb; stroke: #9aa5b1 }
        .flow { fill: none; stroke: #52606d; stroke-width: 1.5; marker-end: url(#arrow) }
      </style>
      <defs><marker id="arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8z" fill="#52606d"/></marker></defs>
      <rect width="100%%" height="100%%" fill="#fff"/>
      """;

  private final StringBuilder svg = new StringBuilder();

  /** Words stand over the arrows. */
  private final StringBuilder words = new StringBuilder();

  /** What the runner says of steps that are not simply ok. */
  private final Map<String, List<StepVerdict>> said;

  private PlanSvg(Plan plan) {
    this.said =
        plan.verdicts().stream()
            .filter(verdict -> verdict.level() != Level.OK)
            .collect(Collectors.groupingBy(StepVerdict::step));
  }

  static String of(Plan plan) {
    ElkNode graph = GraphLayout.of(plan.graph());
    String title =
        "%s: %s on %s, plan %s".formatted(plan.dataset(), plan.mode(), plan.runner(), plan.hash());
    double width = Math.max(graph.getWidth(), title.length() * 7.4);
    double height = graph.getHeight() + FOOT;
    PlanSvg drawing = new PlanSvg(plan);
    drawing.add(HEAD, width, height, escaped(title));
    drawing.boxes(graph, 0, 0);
    drawing.arrows(graph, 0, 0);
    drawing.text("name", new double[] {12, height - 12}, title);
    return drawing.svg.append(drawing.words).append("</svg>\n").toString();
  }

  private void boxes(ElkNode around, double left, double top) {
    for (ElkNode box : around.getChildren()) {
      double x = left + box.getX();
      double y = top + box.getY();
      boolean isGroup = !box.getChildren().isEmpty();
      List<StepVerdict> verdicts = said.getOrDefault(box.getIdentifier(), List.of());
      add(
          "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"6\"%s\n",
          isGroup ? "group" : style(verdicts),
          x,
          y,
          box.getWidth(),
          box.getHeight(),
          verdicts.isEmpty() ? "/>" : "><title>" + sentences(verdicts) + "</title></rect>");
      String name = box.getIdentifier().substring(box.getIdentifier().lastIndexOf('/') + 1);
      if (isGroup) {
        text("name", new double[] {x + 12, y + 20}, name);
      } else {
        text("label", new double[] {x + box.getWidth() / 2, y + 22}, name);
      }
      boxes(box, x, y);
    }
  }

  private static String style(List<StepVerdict> verdicts) {
    return verdicts.stream()
        .map(StepVerdict::level)
        .max(Comparator.naturalOrder())
        .map(worst -> "step " + worst.word())
        .orElse("step");
  }

  private static String sentences(List<StepVerdict> verdicts) {
    return escaped(
        verdicts.stream()
            .map(verdict -> verdict.level().word() + ": " + verdict.sentence())
            .collect(Collectors.joining("\n")));
  }

  /** An arrow's points count from the corner of the box that holds the arrow. */
  private void arrows(ElkNode around, double left, double top) {
    for (ElkEdge edge : around.getContainedEdges()) {
      for (ElkEdgeSection line : edge.getSections()) {
        StringBuilder points = new StringBuilder();
        point(points, left + line.getStartX(), top + line.getStartY());
        for (ElkBendPoint bend : line.getBendPoints()) {
          point(points, left + bend.getX(), top + bend.getY());
        }
        point(points, left + line.getEndX(), top + line.getEndY());
        add("<polyline class=\"flow\" points=\"%s\"/>\n", points.toString().strip());
      }
    }
    around.getChildren().forEach(box -> arrows(box, left + box.getX(), top + box.getY()));
  }

  private static void point(StringBuilder points, double x, double y) {
    points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
  }

  private void text(String style, double[] at, String text) {
    String word = "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>\n";
    words.append(String.format(Locale.ROOT, word, style, at[0], at[1], escaped(text)));
  }

  private void add(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
