package io.cloudpulse.schemas.expression;

import dev.cel.common.values.NullValue;
import dev.cel.runtime.CelVariableResolver;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** One record as CEL sees it: values are converted when asked for, and no map is built. */
final class RecordVariables implements CelVariableResolver {
  private static final Optional<Object> NULL = Optional.of(NullValue.NULL_VALUE);

  private final Variables variables;
  private final Object[] values;

  RecordVariables(Variables variables, Object[] values) {
    this.variables = variables;
    this.values = values;
  }

  @Override
  public Optional<Object> find(String name) {
    Variables.Variable variable = variables.find(name);
    if (variable == null) {
      return Optional.empty();
    }
    Object value = values[variable.index()];
    return value == null ? NULL : Optional.of(celValue(variable, value));
  }

  private static Object celValue(Variables.Variable variable, Object value) {
    return switch (variable.kind()) {
      case DECIMAL -> ((BigDecimal) value).doubleValue();
      case DATE -> ((LocalDate) value).atStartOfDay(ZoneOffset.UTC).toInstant();
      default -> value;
    };
  }
}
