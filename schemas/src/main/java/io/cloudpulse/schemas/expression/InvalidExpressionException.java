package io.cloudpulse.schemas.expression;

/** An expression that cannot be used, whatever the record. */
public final class InvalidExpressionException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final int column;

  InvalidExpressionException(String message, int column) {
    super(message);
    this.column = column;
  }

  /** Where in the expression, from 1. */
  public int column() {
    return column;
  }
}
