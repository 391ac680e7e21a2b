package io.cloudpulse.serving.market;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cloudpulse.serving.http.Answer;
import io.cloudpulse.serving.http.Asked;
import io.cloudpulse.serving.http.Freshness;
import io.cloudpulse.serving.http.Kind;
import io.cloudpulse.serving.http.Kinds;
import io.cloudpulse.serving.http.Parameter;
import io.cloudpulse.serving.http.Problem;
import io.cloudpulse.serving.http.Route;
import io.cloudpulse.serving.http.Shape;
import io.cloudpulse.serving.store.Database;
import io.cloudpulse.serving.store.Missing;
import io.cloudpulse.serving.store.Question;
import io.cloudpulse.serving.store.Stores;
import java.time.LocalDate;
import java.util.List;

/** Which shares there are, and each day by day with what was computed of it. */
public final class StockRoutes {
  private static Problem none() {
    return Missing.rows("stocks.prices");
  }

  private static final Kind<LocalDate> DATE =
      Kinds.of(
          text -> LocalDate.parse(text),
          "a date: YYYY-MM-DD",
          Kinds.schema("string").put("format", "date"));

  private static final Parameter<String> SYMBOL =
      Parameter.inPath("symbol", "The share's symbol.", Kinds.text(100), "NVDA");

  private static final Parameter<LocalDate> FROM =
      Parameter.of("from", "The first day.", DATE, "2020-01-01");

  private static final Parameter<LocalDate> TO =
      Parameter.of("to", "The last day.", DATE, "2020-12-31");

  private static final String LIST =
      """
      with found as (
        select symbol, min(date) first, max(date) last, count(*) days
        from stocks.prices group by symbol)
      select json_build_object('stocks', coalesce(json_agg(to_json(f) order by symbol), '[]'))
      from found f\
      """;

  private static final String HAS_SIGNALS =
      "select to_json(to_regclass('stocks.signals') is not null)";

  private static final String SIGNALS = "left join stocks.signals s using (symbol, date)";

  private static final String NO_SIGNALS =
      """
      left join (select null::numeric simple_return, null::numeric average_5,
        null::numeric average_20, null::numeric average_50, null::numeric average_200,
        null::numeric volatility_20, null::numeric high_52_weeks, null::numeric low_52_weeks,
        null::numeric relative_volume_20) s on false""";

  private static final String DAYS =
      """
      with found as (
        select p.date, p.close, p.volume, s.simple_return "return", s.average_5, s.average_20,
          s.average_50, s.average_200, s.volatility_20, s.high_52_weeks, s.low_52_weeks,
          s.relative_volume_20
        from stocks.prices p %s
        where p.symbol = :symbol and p.date >= cast(:from as date) and p.date <= cast(:to as date))
      select json_build_object('symbol', cast(:symbol as text),
        'points', coalesce(json_agg(to_json(f) order by date), '[]'))
      from found f
      having count(*) > 0 or exists (select from stocks.prices where symbol = :symbol)\
      """;

  private StockRoutes() {}

  public static List<Route> of(Stores stores) {
    Database database = stores.database();
    return List.of(
        Route.get("stocks", "/api/stocks", "The shares, and of what days they tell")
            .kept(Freshness.STEADILY)
            .answers(
                listShape(),
                asked -> Answer.json(Question.of(LIST).ask(database, none()).orElseThrow())),
        Route.get("stocks", "/api/stocks/{symbol}", "A share by day, with its moving averages")
            .with(SYMBOL, FROM, TO)
            .kept(Freshness.STEADILY)
            .answers(shape(), asked -> answer(asked, database)));
  }

  private static Answer answer(Asked asked, Database database) {
    boolean has = Question.of(HAS_SIGNALS).ask(database, none()).orElseThrow().equals("true");
    return Question.of(DAYS.formatted(has ? SIGNALS : NO_SIGNALS))
        .with("symbol", asked.path(SYMBOL))
        .with("from", asked.value(FROM).orElse(LocalDate.of(1, 1, 1)))
        .with("to", asked.value(TO).orElse(LocalDate.of(9999, 12, 31)))
        .ask(database, none())
        .map(Answer::json)
        .orElseThrow(() -> Missing.one("share", "/api/stocks"));
  }

  private static ObjectNode listShape() {
    Shape stock =
        Shape.object()
            .with("symbol", Shape.text())
            .with(Shape.date(), "first", "last")
            .with("days", Shape.whole());
    return Shape.object().withList("stocks", stock).schema();
  }

  private static ObjectNode shape() {
    Shape point =
        Shape.object()
            .with("date", Shape.date())
            .with("close", Shape.number())
            .with("volume", Shape.orNull(Shape.whole()))
            .with(Shape.orNull(Shape.number()), "average_5", "average_20", "average_50")
            .with(Shape.orNull(Shape.number()), "average_200", "return", "volatility_20")
            .with(Shape.orNull(Shape.number()), "high_52_weeks", "low_52_weeks")
            .with("relative_volume_20", Shape.orNull(Shape.number()));
    return Shape.object().with("symbol", Shape.text()).withList("points", point).schema();
  }
}
