package io.cloudpulse.serving.runs;

import io.cloudpulse.serving.datasets.Cursor;
import io.cloudpulse.serving.http.Asked;
import io.cloudpulse.serving.http.Kind;
import io.cloudpulse.serving.http.Kinds;
import io.cloudpulse.serving.http.Parameter;
import io.cloudpulse.serving.store.Question;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Which letters a query asks for, as SQL and the values that it names. */
final class LetterFilters {
  private static final String SORT = "-first_seen";

  static final Parameter<Integer> LIMIT =
      Parameter.of("limit", "Letters of a page; else 50.", Kinds.number(1, 500), "10");

  private static final Parameter<String> DATASET =
      Parameter.of("dataset", "Of this dataset.", Kinds.text(200), "northwind.orders");

  private static final Parameter<String> REASON =
      Parameter.of("reason", "Refused for this reason.", Kinds.text(100), "type");

  private static final Parameter<String> RUN =
      Parameter.of("run", "Those that this run left last.", Kinds.text(200), "shop");

  private static final Parameter<String> STATE =
      Parameter.of(
          "state",
          "What became of them; else open.",
          Kinds.oneOf(List.of("open", "replayed", "discarded", "all")),
          "open");

  private static final Parameter<Cursor> CURSOR =
      Parameter.of(
          "cursor",
          "The \"next\" of the page before.",
          cursor(),
          next("2026-11-20T12:00:00Z", "0"));

  static final List<Parameter<?>> PARAMETERS = List.of(LIMIT, DATASET, REASON, RUN, STATE, CURSOR);

  private final StringBuilder where = new StringBuilder(" where true");
  private final Asked asked;

  LetterFilters(Asked asked) {
    this.asked = asked;
    equal("dataset", asked.value(DATASET));
    equal("reason", asked.value(REASON));
    equal("run", asked.value(RUN));
    equal("status", state());
    if (asked.value(CURSOR).isPresent()) {
      where.append(
          " and (first_seen < cast(:seen as timestamptz)"
              + " or first_seen = cast(:seen as timestamptz) and id > :after)");
    }
  }

  private Optional<String> state() {
    return Optional.of(asked.value(STATE).orElse("open")).filter(state -> !state.equals("all"));
  }

  private void equal(String column, Optional<String> value) {
    if (value.isPresent()) {
      where.append(" and ").append(column).append(" = :").append(column);
    }
  }

  /** Cursors of letters, whose values are looked at: they become parts of a statement. */
  private static Kind<Cursor> cursor() {
    Kind<Cursor> any = Cursor.kind(1);
    return Kinds.of(LetterFilters::parsed, any.allowed(), any.schema());
  }

  private static Cursor parsed(String text) {
    Cursor cursor = Cursor.kind(1).parse(text);
    if (!cursor.sort().equals(SORT) || cursor.value() == null) {
      throw new IllegalArgumentException(text);
    }
    var unused = OffsetDateTime.parse(cursor.value());
    return cursor;
  }

  static String next(String firstSeen, String id) {
    return new Cursor(SORT, firstSeen, List.of(id)).text();
  }

  String clause() {
    return where.toString();
  }

  Question bound(Question question) {
    asked.value(DATASET).ifPresent(dataset -> question.with("dataset", dataset));
    asked.value(REASON).ifPresent(reason -> question.with("reason", reason));
    asked.value(RUN).ifPresent(run -> question.with("run", run));
    state().ifPresent(state -> question.with("status", state));
    asked
        .value(CURSOR)
        .ifPresent(
            last ->
                question
                    .with("seen", OffsetDateTime.parse(last.value()))
                    .with("after", last.key().get(0)));
    return question;
  }
}
