package io.cloudpulse.serving.activity;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cloudpulse.serving.http.Answer;
import io.cloudpulse.serving.http.Asked;
import io.cloudpulse.serving.http.Kinds;
import io.cloudpulse.serving.http.Parameter;
import io.cloudpulse.serving.http.Problem;
import io.cloudpulse.serving.http.Route;
import io.cloudpulse.serving.http.Shape;
import io.cloudpulse.serving.store.Database;
import io.cloudpulse.serving.store.Question;
import java.util.Arrays;
import java.util.List;

/** Which metrics there are, and each over time. A step of which nothing is known is 0. */
final class MetricRoutes {
  private static final long MOST_POINTS = 10_000;

  private static final Parameter<String> NAME =
      Parameter.inPath("name", "The metric.", Kinds.oneOf(Metric.titles()), "events");

  private static final Parameter<Step> STEP =
      Parameter.of("step", "What the time is cut into; else as fits a chart.", Step.kind(), "PT1H");

  private static final String SERIES =
      """
      select json_build_object(
        'metric', cast(:metric as text), 'unit', cast(:unit as text), 'step', cast(:step as text),
        'from', cast(:from as timestamptz), 'to', cast(:to as timestamptz),
        'points', json_agg(json_build_object('at', at, 'value', coalesce(value, 0)) order by at))
      from generate_series(cast(:from as timestamptz),
        cast(:to as timestamptz) - cast(:step as interval), cast(:step as interval)) at
      left join (%s) counted using (at)\
      """;

  private MetricRoutes() {}

  static List<Route> of(Database database) {
    return List.of(
        Route.get("activity", "/api/metrics", "What is counted over time")
            .answers(namesShape(), asked -> Answer.json(names())),
        Route.get("activity", "/api/metrics/{name}", "A metric over time, in steps of one length")
            .with(NAME, STEP)
            .with(TimeRange.BOTH)
            .answers(shape(), asked -> answer(asked, database)));
  }

  private static String names() {
    ObjectNode page = JsonNodeFactory.instance.objectNode();
    ArrayNode metrics = page.putArray("metrics");
    Arrays.stream(Metric.values())
        .forEach(
            metric ->
                metrics
                    .addObject()
                    .put("name", metric.title())
                    .put("description", metric.description())
                    .put("unit", metric.unit()));
    return page.toString();
  }

  private static Answer answer(Asked asked, Database database) {
    Metric metric = Metric.named(asked.path(NAME));
    TimeRange range = TimeRange.asked(asked, database);
    Step step = asked.value(STEP).orElseGet(() -> Step.fitting(range, metric.steps()));
    check(metric, step);
    TimeRange whole = checked(range.wholeSteps(step.length()), step);
    Question question = Question.of(SERIES.formatted(metric.counted(step)));
    question.with("metric", metric.title()).with("unit", metric.unit()).with("step", step.name());
    return Answer.json(whole.in(question).ask(database, TimeRange.noActivity()).orElseThrow());
  }

  private static void check(Metric metric, Step step) {
    if (!metric.steps().contains(step)) {
      throw Problem.of(
          400,
          "The metric has no such step",
          "step was %s, but %s has one of %s: users of two spans cannot be added up."
              .formatted(step, metric.title(), metric.steps()));
    }
  }

  private static TimeRange checked(TimeRange range, Step step) {
    long points = range.steps(step.length());
    if (points > MOST_POINTS) {
      throw Problem.of(
          400,
          "The time has too many steps",
          "From %s to %s are %,d steps of %s, but at most %,d are told: ask for longer steps or less time."
              .formatted(range.from(), range.to(), points, step, MOST_POINTS));
    }
    return range;
  }

  private static ObjectNode namesShape() {
    Shape metric = Shape.object().with(Shape.text(), "name", "description", "unit");
    return Shape.object().withList("metrics", metric).schema();
  }

  private static ObjectNode shape() {
    Shape point = Shape.object().with("at", Shape.time()).with("value", Shape.number());
    return Shape.object()
        .with(Shape.text(), "metric", "unit", "step")
        .with(Shape.time(), "from", "to")
        .withList("points", point)
        .schema();
  }
}
