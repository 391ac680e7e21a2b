package io.cloudpulse.schemas.classes;

import io.cloudpulse.schemas.Field;
import java.beans.Introspector;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldName;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldNumber;

/**
 * One abstract getter of an AutoValue class, read by the annotations that Beam reads. Beam's own
 * schema of the class is not asked: it takes the classes of java.time for nested records.
 *
 * @param name as Beam names it: {@code orderId} for {@code getOrderId}
 */
record Property(String name, int number, Method getter) {

  /** In the order of their field numbers, the only one that the compiler keeps. */
  static List<Property> of(Class<?> type) {
    DefaultSchema schema = type.getAnnotation(DefaultSchema.class);
    if (schema == null || schema.value() != AutoValueSchema.class) {
      throw new IllegalArgumentException(
          type.getSimpleName() + " must have @DefaultSchema(AutoValueSchema.class)");
    }
    return Arrays.stream(type.getMethods())
        .filter(m -> Modifier.isAbstract(m.getModifiers()) && m.getParameterCount() == 0)
        .filter(m -> !m.getReturnType().getSimpleName().equals("Builder"))
        .map(m -> new Property(propertyName(m), number(m), m))
        .sorted(Comparator.comparingInt(Property::number))
        .toList();
  }

  private static int number(Method getter) {
    SchemaFieldNumber number = getter.getAnnotation(SchemaFieldNumber.class);
    if (number == null) {
      throw new IllegalArgumentException(
          place(getter) + " must have @SchemaFieldNumber, since Java does not keep their order");
    }
    return Integer.parseInt(number.value());
  }

  private static String propertyName(Method getter) {
    SchemaFieldName name = getter.getAnnotation(SchemaFieldName.class);
    String plain = getter.getName().replaceFirst("^(get|is)(?=[A-Z])", "");
    return name == null ? Introspector.decapitalize(plain) : name.value();
  }

  Field field() {
    Field.Builder field =
        Field.builder()
            .name(column())
            .type(JavaType.fieldType(getter, place(getter)))
            .allowed(JavaType.constants(getter.getReturnType()))
            .required(!isNullable());
    SchemaFieldDescription description = getter.getAnnotation(SchemaFieldDescription.class);
    if (description != null) {
      field.description(description.value());
    }
    return field.build();
  }

  /** {@code order_id} for {@code orderId}, {@code http_code} for {@code HTTPCode}. */
  private String column() {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
        .replaceAll("([A-Z])([A-Z][a-z])", "$1_$2")
        .toLowerCase(Locale.ROOT);
  }

  /** By the annotation's simple name, as Beam does: there are many of that name. */
  private boolean isNullable() {
    return Stream.<AnnotatedElement>of(getter, getter.getAnnotatedReturnType())
        .flatMap(element -> Arrays.stream(element.getAnnotations()))
        .map(Annotation::annotationType)
        .anyMatch(annotation -> annotation.getSimpleName().equals("Nullable"));
  }

  private static String place(Method getter) {
    return getter.getDeclaringClass().getSimpleName() + "." + getter.getName();
  }
}
