package io.cloudpulse.pipelines.generate;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Field;
import io.cloudpulse.schemas.FieldType;
import io.cloudpulse.schemas.expression.Expression;
import io.cloudpulse.schemas.expression.ExpressionCompiler;
import io.cloudpulse.schemas.expression.ExpressionFailedException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The dataset's own rules, by its own expressions, on the values as a reader will have them. */
final class RowRules implements Rules {
  private final List<Source> sources;
  private final List<Derived> derived;
  private final List<Expression> rules;

  private RowRules(List<Source> sources, List<Derived> derived, List<Expression> rules) {
    this.sources = sources;
    this.derived = derived;
    this.rules = rules;
  }

  /** Where the value of one field comes from: a column, or else always the same. */
  private record Source(Optional<Column> column, int place, Object constant) {
    Object value(Draft draft) {
      if (column.isEmpty()) {
        return constant;
      }
      long number = draft.numbers[place];
      return number == Column.NULL ? null : column.get().values().value(number);
    }
  }

  /** A field that is computed from the others. */
  private record Derived(Field field, int place, Expression expression) {}

  /** {@link Rules#NONE} where nothing has to be computed, which is far quicker. */
  static Rules of(Recipe recipe, List<Column> columns) {
    Dataset dataset = recipe.dataset();
    if (dataset.rules().isEmpty() && dataset.fields().stream().allMatch(Field::isRead)) {
      return NONE;
    }
    ExpressionCompiler compiler = ExpressionCompiler.over(dataset.fields());
    List<Source> sources =
        dataset.fields().stream().map(field -> source(field, recipe, columns)).toList();
    List<Derived> derived =
        IntStream.range(0, dataset.fields().size())
            .filter(i -> dataset.fields().get(i).derive().isPresent())
            .mapToObj(i -> derived(dataset, i, compiler))
            .toList();
    List<Expression> rules =
        dataset.rules().stream()
            .map(rule -> compiler.compile(rule.check(), FieldType.BOOLEAN))
            .toList();
    return new RowRules(sources, derived, rules);
  }

  private static Derived derived(Dataset dataset, int place, ExpressionCompiler compiler) {
    Field field = dataset.fields().get(place);
    boolean needed = field.required() || dataset.key().fields().contains(field.name());
    Expression expression = compiler.compile(field.derive().orElseThrow(), field.type());
    return new Derived(field.toBuilder().required(needed).build(), place, expression);
  }

  private static Source source(Field field, Recipe recipe, List<Column> columns) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).field().equals(field)) {
        return new Source(Optional.of(columns.get(i)), i, "");
      }
    }
    String text = recipe.layout().constants().get(field.name());
    String constant = text == null ? field.constant().orElse(null) : text;
    Object value = constant == null ? null : TypedText.read(field, constant);
    return new Source(Optional.empty(), 0, value);
  }

  @Override
  public Verdict judge(Draft draft) {
    try {
      Object[] values = sources.stream().map(source -> source.value(draft)).toArray();
      return derivedAreSound(values) ? judge(values) : Verdict.UNCLEAR;
    } catch (ExpressionFailedException cannotBeComputed) {
      return Verdict.UNCLEAR;
    }
  }

  /** Fills in the derived values; false if a reader would refuse one of them. */
  private boolean derivedAreSound(Object[] values) {
    for (Derived each : derived) {
      values[each.place()] = each.expression().evaluate(values);
      if (!Bounds.admit(each.field(), values[each.place()])) {
        return false;
      }
    }
    return true;
  }

  private Verdict judge(Object[] values) {
    int broken = 0;
    for (Expression rule : rules) {
      Object holds = rule.evaluate(values);
      if (holds == null) {
        return Verdict.UNCLEAR;
      }
      broken += Boolean.FALSE.equals(holds) ? 1 : 0;
    }
    return broken == 0 ? Verdict.ALL_HOLD : broken == 1 ? Verdict.ONE_BROKEN : Verdict.UNCLEAR;
  }
}
