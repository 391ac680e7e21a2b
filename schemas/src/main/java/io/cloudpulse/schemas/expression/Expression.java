package io.cloudpulse.schemas.expression;

import dev.cel.common.values.NullValue;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.Program;
import io.cloudpulse.schemas.Field;
import io.cloudpulse.schemas.FieldType;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A CEL expression over the fields of a dataset, with a result of a known type. Safe to share
 * between threads. Serializable: it is compiled again at its first use elsewhere.
 */
public final class Expression implements Serializable {
  private static final long serialVersionUID = 1;

  private final ArrayList<Field> fields;
  private final String text;
  private final FieldType result;
  private transient volatile Compiled compiled;

  Expression(List<Field> fields, String text, FieldType result, Compiled compiled) {
    this.fields = new ArrayList<>(fields);
    this.text = text;
    this.result = result;
    this.compiled = compiled;
  }

  /**
   * Parses and checks one expression; {@link ExpressionCompiler} is cheaper for several.
   *
   * @param fields the dataset's, in its order; each may be null
   * @param result what the expression must give: an int also serves as a double or a decimal
   * @throws InvalidExpressionException if it is not CEL, or its types do not fit
   */
  public static Expression compile(List<Field> fields, String cel, FieldType result) {
    return ExpressionCompiler.over(fields).compile(cel, result);
  }

  /**
   * Its value for one record, in the carrier of the result's type; null if it is null. Decimals are
   * rounded half to even at the declared scale, timestamps cut to microseconds, dates taken in UTC.
   *
   * @param values one for each field of the dataset, in its order, in the carriers of their types
   * @throws ExpressionFailedException if it has none, such as for a null that it does not foresee
   */
  public Object evaluate(Object[] values) {
    Compiled ready = compiled();
    try {
      Object value = ready.program().eval(new RecordVariables(ready.variables(), values));
      return value == null || value instanceof NullValue ? null : CelResult.of(result, value);
    } catch (CelEvaluationException | ArithmeticException | IllegalArgumentException e) {
      throw new ExpressionFailedException(reason(ready, values, e), e);
    }
  }

  /** Names of the fields that it reads, in the dataset's order. */
  public List<String> fields() {
    return compiled().variables().names();
  }

  /** As it was written. */
  public String text() {
    return text;
  }

  @Override
  public String toString() {
    return text;
  }

  private Compiled compiled() {
    Compiled ready = compiled;
    if (ready == null) {
      // Two threads may both do it: they get the same, and neither waits.
      ready = ExpressionCompiler.over(fields).compile(text, result).compiled;
      compiled = ready;
    }
    return ready;
  }

  private String reason(Compiled ready, Object[] values, Exception e) {
    List<String> nulls = ready.variables().nulls(values);
    if (nulls.isEmpty()) {
      return text + " has no value: " + CelMessage.plain(e.getMessage());
    }
    String tests =
        nulls.stream().map(name -> name + " == null").collect(Collectors.joining(" or "));
    return text + " has no value, since " + tests;
  }

  /** What is not carried along when an expression is sent elsewhere. */
  record Compiled(Program program, Variables variables) {}
}
