package io.cloudpulse.schemas.expression;

/** An expression that has no value for one record: the record is at fault, not the moment. */
public final class ExpressionFailedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  ExpressionFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
