package io.cloudpulse.schemas.classes;

import io.cloudpulse.schemas.Key;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a class the record of a dataset. Settings mean what they mean in a dataset file; fields are
 * named as columns, such as {@code order_id} for {@code getOrderId}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface DatasetOf {
  /** Family and kind, such as {@code activity.events}. */
  String name();

  String description() default "";

  /** Fields that identify a row. Empty only if {@link #keyKind} says what does instead. */
  String[] key() default {};

  Key.Kind keyKind() default Key.Kind.FIELDS;

  /** A date or timestamp field; empty if there is none. */
  String eventTime() default "";

  /** A date or timestamp field, or {@code eventTime}; empty if the load's time decides. */
  String version() default "";

  String[] clusterBy() default {};
}
