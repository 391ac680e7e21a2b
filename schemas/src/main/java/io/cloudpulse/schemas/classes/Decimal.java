package io.cloudpulse.schemas.classes;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The digits of a {@link java.math.BigDecimal}, which its class leaves open and a column cannot.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Decimal {
  /** Digits in all, at most 38. */
  int precision();

  /** Digits after the point. */
  int scale();
}
