package io.cloudpulse.serving.summaries;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cloudpulse.serving.http.Answer;
import io.cloudpulse.serving.http.Asked;
import io.cloudpulse.serving.http.Freshness;
import io.cloudpulse.serving.http.Kinds;
import io.cloudpulse.serving.http.Parameter;
import io.cloudpulse.serving.http.Route;
import io.cloudpulse.serving.http.Shape;
import io.cloudpulse.serving.store.Database;
import io.cloudpulse.serving.store.Missing;
import io.cloudpulse.serving.store.Question;
import io.cloudpulse.serving.store.Stores;
import java.util.List;

/** What people in data jobs earn, and how far deals have come. */
public final class SummaryRoutes {
  private static final Parameter<Integer> LIMIT =
      Parameter.of(
          "limit",
          "How many roles, those of most people first; else 20.",
          Kinds.number(1, 500),
          "10");

  private static final Parameter<Integer> YEAR =
      Parameter.of("year", "Of this year alone.", Kinds.number(0, 9999), "2023");

  private static final String SALARIES =
      """
      with found as (
        select job_title "role", count(*) people,
          percentile_cont(0.5) within group (order by salary_in_usd) median_usd,
          percentile_cont(0.25) within group (order by salary_in_usd) p25_usd,
          percentile_cont(0.75) within group (order by salary_in_usd) p75_usd
        from salaries.jobs%s group by job_title
        order by people desc, "role" limit cast(:limit as int))
      select json_build_object(
        'roles', coalesce(json_agg(to_json(f) order by people desc, "role"), '[]'))
      from found f\
      """;

  private static final String PIPELINE =
      """
      with counted as (
        select deal_stage stage, count(*) opportunities, sum(close_value) as value
        from crm.sales_pipeline group by deal_stage)
      select json_build_object('stages', json_agg(json_build_object('stage', stage,
        'opportunities', coalesce(opportunities, 0), 'value', coalesce(value, 0)) order by place))
      from (values (1, 'Prospecting'), (2, 'Engaging'), (3, 'Won'), (4, 'Lost')) s (place, stage)
      left join counted using (stage)\
      """;

  private SummaryRoutes() {}

  public static List<Route> of(Stores stores) {
    Database database = stores.database();
    return List.of(
        Route.get("summaries", "/api/salaries", "What people in data jobs earn a year, by role")
            .with(LIMIT, YEAR)
            .kept(Freshness.STEADILY)
            .answers(salariesShape(), asked -> salaries(asked, database)),
        Route.get(
                "summaries",
                "/api/pipeline",
                "How many deals are in each stage, and closed for what")
            .kept(Freshness.STEADILY)
            .answers(
                pipelineShape(),
                asked ->
                    Answer.json(
                        Question.of(PIPELINE)
                            .ask(database, Missing.rows("crm.sales_pipeline"))
                            .orElseThrow())));
  }

  private static Answer salaries(Asked asked, Database database) {
    String where = asked.value(YEAR).isPresent() ? " where work_year = cast(:year as bigint)" : "";
    Question question = Question.of(SALARIES.formatted(where));
    asked.value(YEAR).ifPresent(year -> question.with("year", year));
    question.with("limit", asked.value(LIMIT).orElse(20));
    return Answer.json(question.ask(database, Missing.rows("salaries.jobs")).orElseThrow());
  }

  private static ObjectNode salariesShape() {
    Shape role =
        Shape.object()
            .with("role", Shape.text())
            .with("people", Shape.whole())
            .with(Shape.number(), "median_usd", "p25_usd", "p75_usd");
    return Shape.object().withList("roles", role).schema();
  }

  private static ObjectNode pipelineShape() {
    Shape stage =
        Shape.object()
            .with("stage", Shape.text())
            .with("opportunities", Shape.whole())
            .with("value", Shape.number());
    return Shape.object().withList("stages", stage).schema();
  }
}
