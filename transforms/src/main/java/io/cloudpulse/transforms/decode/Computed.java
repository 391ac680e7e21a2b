package io.cloudpulse.transforms.decode;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Field;
import io.cloudpulse.schemas.FieldType;
import io.cloudpulse.schemas.Rule;
import io.cloudpulse.schemas.expression.Expression;
import io.cloudpulse.schemas.expression.ExpressionCompiler;
import io.cloudpulse.schemas.expression.ExpressionFailedException;
import io.cloudpulse.transforms.Reason;
import io.cloudpulse.transforms.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is computed of a record's values: derived fields, and rules. What reads a value that is
 * looked up, itself or by way of a derived field, waits for the look-up; all else comes before it,
 * so that nothing is looked up for a record that is refused anyway. On either side rules that read
 * no derived field come first: they tell best why a field could not be derived.
 */
final class Computed {
  private record Step(
      int field, boolean required, String name, String rule, Expression expression) {
    boolean isRule() {
      return field < 0;
    }
  }

  private final Dataset dataset;
  private final Set<String> late = new HashSet<>();
  private final Set<String> derived = new HashSet<>();
  private final List<Step> before = new ArrayList<>();
  private final List<Step> after = new ArrayList<>();
  private ExpressionCompiler compiler;

  Computed(Dataset dataset) {
    this.dataset = dataset;
    for (Field field : dataset.fields()) {
      if (field.taken()) {
        late.add(field.name());
      }
      field.derive().ifPresent(cel -> derived.add(field.name()));
    }
    List<Step> rules = dataset.rules().stream().map(this::rule).toList();
    List<Step> derivations = inOrder();
    rules.stream().filter(this::readsNothingDerived).forEach(this::add);
    derivations.forEach(this::add);
    rules.stream().filter(rule -> !readsNothingDerived(rule)).forEach(this::add);
  }

  private Step rule(Rule rule) {
    String told = rule.name() + ": " + rule.message();
    return new Step(-1, true, "", told, compile(rule.check(), FieldType.BOOLEAN));
  }

  /** Each derived field behind those that it reads, whatever the order of the columns. */
  private List<Step> inOrder() {
    List<Field> left = new ArrayList<>(dataset.fields());
    left.removeIf(field -> field.derive().isEmpty());
    List<Step> ordered = new ArrayList<>();
    Set<String> open = new HashSet<>(derived);
    for (int i = 0; i < left.size(); i = 0) {
      Step next = null;
      for (; next == null && i < left.size(); i++) {
        Step step = derivation(left.get(i));
        next = step.expression().fields().stream().noneMatch(open::contains) ? step : null;
      }
      if (next == null) {
        throw new IllegalArgumentException(dataset.name() + " derives fields from each other");
      }
      ordered.add(next);
      open.remove(next.name());
      left.remove(i - 1);
      markLate(next);
    }
    return ordered;
  }

  private void markLate(Step step) {
    if (isLate(step)) {
      late.add(step.name());
    }
  }

  private Step derivation(Field field) {
    return new Step(
        dataset.indexOf(field.name()),
        field.required(),
        field.name(),
        "",
        compile(field.derive().orElseThrow(), field.type()));
  }

  /** Made only where there is an expression: a CEL environment costs a third of a second. */
  private Expression compile(String cel, FieldType type) {
    if (compiler == null) {
      compiler = ExpressionCompiler.over(dataset.fields());
    }
    return compiler.compile(cel, type);
  }

  private boolean readsNothingDerived(Step step) {
    return step.expression().fields().stream().noneMatch(derived::contains);
  }

  private boolean isLate(Step step) {
    return step.expression().fields().stream().anyMatch(late::contains);
  }

  private void add(Step step) {
    (isLate(step) ? after : before).add(step);
  }

  void beforeLookup(Object[] values) {
    before.forEach(step -> take(step, values));
  }

  void afterLookup(Object[] values) {
    after.forEach(step -> take(step, values));
  }

  private static void take(Step step, Object[] values) {
    Object value = evaluate(step, values);
    if (!step.isRule()) {
      values[step.field()] = value;
      if (value == null && step.required()) {
        throw Refusal.of(Reason.MISSING, step.name(), step.name() + " derives to null");
      }
    } else if (!Boolean.TRUE.equals(value)) {
      throw Refusal.of(Reason.RULE, step.rule());
    }
  }

  private static Object evaluate(Step step, Object[] values) {
    try {
      return step.expression().evaluate(values);
    } catch (ExpressionFailedException e) {
      throw Refusal.of(Reason.RULE, step.name(), e.getMessage());
    }
  }
}
