package io.cloudpulse.serving.indicators;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cloudpulse.serving.http.Answer;
import io.cloudpulse.serving.http.Asked;
import io.cloudpulse.serving.http.Freshness;
import io.cloudpulse.serving.http.Kinds;
import io.cloudpulse.serving.http.Parameter;
import io.cloudpulse.serving.http.Problem;
import io.cloudpulse.serving.http.Route;
import io.cloudpulse.serving.http.Shape;
import io.cloudpulse.serving.store.Database;
import io.cloudpulse.serving.store.Missing;
import io.cloudpulse.serving.store.Question;
import io.cloudpulse.serving.store.Stores;
import java.util.List;

/** Which indicators there are, and each by country and year. */
public final class IndicatorRoutes {
  private static final int LONGEST = 100;

  private static Problem none() {
    return Missing.rows("indicators.values");
  }

  private static final Parameter<String> CODE =
      Parameter.inPath("code", "The indicator's code.", Kinds.text(LONGEST), "NY.GDP.MKTP.CD");

  private static final Parameter<String> COUNTRY =
      Parameter.of(
              "country",
              "A country by its code; said again: and this one. Else every one there is.",
              Kinds.text(LONGEST),
              "DEU")
          .repeatable();

  private static final Parameter<Integer> FROM =
      Parameter.of("from", "The first year.", Kinds.number(0, 9999), "1990");

  private static final Parameter<Integer> TO =
      Parameter.of("to", "The last year.", Kinds.number(0, 9999), "2020");

  /** By country first: to count distinct ones in one go would sort all rows. */
  private static final String LIST =
      """
      with countries as (
        select indicator code, country, max(indicator_name) "name", min(year) "first", max(year) "last"
        from indicators."values" group by indicator, country),
      found as (
        select code, max("name") "name", count(*) countries,
          min("first") first_year, max("last") last_year
        from countries group by code)
      select json_build_object('indicators', coalesce(json_agg(to_json(f) order by code), '[]'))
      from found f\
      """;

  private static final String SERIES =
      """
      with found as (
        select country, max(country_name) country_name, bool_or(aggregate) aggregate,
          json_agg(json_build_object('year', year, 'value', value) order by year) points
        from indicators."values"
        where indicator = :code and year >= cast(:from as bigint) and year <= cast(:to as bigint)%s
        group by country)
      select json_build_object('code', cast(:code as text), 'name',
        (select indicator_name from indicators."values" where indicator = :code limit 1),
        'series', coalesce(json_agg(to_json(f) order by country), '[]'))
      from found f
      having count(*) > 0 or exists (select from indicators."values" where indicator = :code)\
      """;

  private IndicatorRoutes() {}

  public static List<Route> of(Stores stores) {
    Database database = stores.database();
    return List.of(
        Route.get("indicators", "/api/indicators", "The indicators, and of what years they tell")
            .kept(Freshness.STEADILY)
            .answers(
                listShape(),
                asked -> Answer.json(Question.of(LIST).ask(database, none()).orElseThrow())),
        Route.get("indicators", "/api/indicators/{code}", "An indicator by country and year")
            .with(CODE, COUNTRY, FROM, TO)
            .kept(Freshness.STEADILY)
            .answers(shape(), asked -> answer(asked, database)));
  }

  private static Answer answer(Asked asked, Database database) {
    List<String> countries = asked.values(COUNTRY);
    String some = countries.isEmpty() ? "" : " and country = any (:countries)";
    Question question = Question.of(SERIES.formatted(some)).with("code", asked.path(CODE));
    question.with("from", asked.value(FROM).orElse(0)).with("to", asked.value(TO).orElse(9999));
    if (!countries.isEmpty()) {
      question.withAll("countries", countries);
    }
    return question
        .ask(database, none())
        .map(Answer::json)
        .orElseThrow(() -> Missing.one("indicator", "/api/indicators"));
  }

  private static ObjectNode listShape() {
    Shape indicator =
        Shape.object()
            .with("code", Shape.text())
            .with("name", Shape.orNull(Shape.text()))
            .with(Shape.whole(), "countries", "first_year", "last_year");
    return Shape.object().withList("indicators", indicator).schema();
  }

  private static ObjectNode shape() {
    Shape point = Shape.object().with("year", Shape.whole()).with("value", Shape.number());
    Shape series =
        Shape.object()
            .with(Shape.text(), "country", "country_name")
            .with("aggregate", Shape.orNull(Shape.truth()))
            .withList("points", point);
    return Shape.object()
        .with("code", Shape.text())
        .with("name", Shape.orNull(Shape.text()))
        .withList("series", series)
        .schema();
  }
}
