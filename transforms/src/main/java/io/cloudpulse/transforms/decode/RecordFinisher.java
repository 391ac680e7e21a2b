package io.cloudpulse.transforms.decode;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Field;
import io.cloudpulse.schemas.FieldType;
import io.cloudpulse.schemas.Key;
import io.cloudpulse.schemas.Rule;
import io.cloudpulse.schemas.expression.Expression;
import io.cloudpulse.schemas.expression.ExpressionCompiler;
import io.cloudpulse.schemas.expression.ExpressionFailedException;
import io.cloudpulse.transforms.Digest;
import io.cloudpulse.transforms.EventTime;
import io.cloudpulse.transforms.Reason;
import io.cloudpulse.transforms.Refusal;
import io.cloudpulse.transforms.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Completes a record's values: derived fields, rules, key columns and version. */
public final class RecordFinisher {
  private record Derivation(int field, boolean required, Expression expression) {}

  private record Check(Rule rule, Expression expression) {}

  private final Dataset dataset;
  private final int fields;
  private final List<Derivation> derivations = new ArrayList<>();
  private final List<Check> checks = new ArrayList<>();
  private final int[] readFields;
  private final int versionField;
  private final Digest digest = new Digest();
  private ExpressionCompiler compiler;

  public RecordFinisher(Dataset dataset) {
    this.dataset = dataset;
    this.fields = dataset.fields().size();
    this.versionField = dataset.version().map(dataset::indexOf).orElse(-1);
    this.readFields =
        dataset.fields().stream()
            .filter(Field::isRead)
            .mapToInt(field -> dataset.indexOf(field.name()))
            .toArray();
    for (Field field : dataset.fields()) {
      field.derive().ifPresent(cel -> derivations.add(derivation(field, cel)));
    }
    for (Rule rule : dataset.rules()) {
      checks.add(new Check(rule, compile(rule.check(), FieldType.BOOLEAN)));
    }
  }

  private Derivation derivation(Field field, String cel) {
    return new Derivation(
        dataset.indexOf(field.name()), field.required(), compile(cel, field.type()));
  }

  /** Made only where there is an expression: a CEL environment costs a third of a second. */
  private Expression compile(String cel, FieldType type) {
    if (compiler == null) {
      compiler = ExpressionCompiler.over(dataset.fields());
    }
    return compiler.compile(cel, type);
  }

  /** How many values a record has: its fields, and the key's own columns if it has some. */
  public static int size(Dataset dataset) {
    boolean ownColumns = dataset.key().kind() != Key.Kind.FIELDS;
    return dataset.fields().size() + (ownColumns ? dataset.key().columns().size() : 0);
  }

  /**
   * Computes derived fields in the order they are declared, then checks the rules.
   *
   * @throws Refusal if an expression fails, a derived value is required but null, or a rule breaks
   */
  public void derive(Object[] values) {
    for (Derivation derivation : derivations) {
      Object value = evaluate(derivation.expression(), values, field(derivation).name());
      if (value == null && derivation.required()) {
        throw Refusal.of(
            Reason.MISSING,
            field(derivation).name(),
            field(derivation).name() + " derives to null");
      }
      values[derivation.field()] = value;
    }
    for (Check check : checks) {
      if (!Boolean.TRUE.equals(evaluate(check.expression(), values, ""))) {
        throw Refusal.of(Reason.RULE, check.rule().name() + ": " + check.rule().message());
      }
    }
  }

  private Field field(Derivation derivation) {
    return dataset.fields().get(derivation.field());
  }

  private static Object evaluate(Expression expression, Object[] values, String field) {
    try {
      return expression.evaluate(values);
    } catch (ExpressionFailedException e) {
      throw Refusal.of(Reason.RULE, field, e.getMessage());
    }
  }

  /** Puts the key's own columns behind the fields. */
  public void key(Object[] values, String source, long number) {
    switch (dataset.key().kind()) {
      case FIELDS -> {}
      case CONTENT -> values[fields] = content(values);
      case POSITION -> {
        values[fields] = source;
        values[fields + 1] = number;
      }
    }
  }

  private String content(Object[] values) {
    for (int field : readFields) {
      digest.addValue(values[field]);
    }
    return digest.hex();
  }

  /**
   * The record's version.
   *
   * @param asOf when the data was true, for a dataset whose records do not say
   * @param position of the record among all of the load
   */
  public long version(Object[] values, Instant asOf, long position) {
    if (versionField < 0) {
      return Version.ofLoad(asOf, position);
    }
    String name = dataset.version().orElseThrow();
    Object time = values[versionField];
    if (time == null) {
      throw Refusal.of(Reason.MISSING, name, name + " orders the versions of a row, but is empty");
    }
    return Version.ofRecord(name, EventTime.moment(time), Digest.quick(values, fields));
  }
}
