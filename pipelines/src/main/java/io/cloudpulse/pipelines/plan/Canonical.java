package io.cloudpulse.pipelines.plan;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes values, records and AutoValue classes as text that is the same in every JVM: what has no
 * order of its own goes by name. {@code toString} will not do: immutable maps shuffle themselves.
 */
final class Canonical {
  private static final String OURS = "io.cloudpulse.";

  private Canonical() {}

  /** The same as maps, lists and texts, for a person to compare. */
  static Object tree(Object value) {
    if (value instanceof Optional<?> optional) {
      return tree(optional.orElse(null));
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> sorted = new TreeMap<>();
      map.forEach((name, each) -> sorted.put(String.valueOf(name), tree(each)));
      return sorted;
    }
    if (value instanceof Collection<?> list) {
      return list.stream().map(Canonical::tree).toList();
    }
    if (value == null || value instanceof Enum || !isOurs(value.getClass())) {
      return String.valueOf(value);
    }
    return tree(parts(value));
  }

  static String text(Object value) {
    if (value instanceof Optional<?> optional) {
      return text(optional.orElse(null));
    }
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> text(entry.getKey()) + "=" + text(entry.getValue()))
          .sorted()
          .collect(Collectors.joining(",", "{", "}"));
    }
    if (value instanceof Collection<?> list) {
      return list.stream().map(Canonical::text).collect(Collectors.joining(",", "[", "]"));
    }
    if (value == null || value instanceof Enum || !isOurs(value.getClass())) {
      return atom(String.valueOf(value));
    }
    return text(parts(value));
  }

  /** With its length, so that no text can pass for the end of one and the start of another. */
  private static String atom(String text) {
    return text.length() + ":" + text;
  }

  private static boolean isOurs(Class<?> type) {
    return type.getName().startsWith(OURS);
  }

  private static Map<String, Object> parts(Object value) {
    Map<String, Object> parts = new TreeMap<>();
    accessors(value.getClass()).forEach(part -> parts.put(part.getName(), read(part, value)));
    return parts;
  }

  private static Stream<Method> accessors(Class<?> type) {
    if (type.isRecord()) {
      return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getAccessor);
    }
    Class<?> written = type;
    while (written.getSimpleName().contains("AutoValue_")) {
      written = written.getSuperclass();
    }
    return Arrays.stream(written.getDeclaredMethods())
        .filter(method -> Modifier.isAbstract(method.getModifiers()))
        .filter(method -> method.getParameterCount() == 0 && !method.getName().equals("toBuilder"));
  }

  private static Object read(Method accessor, Object value) {
    try {
      return accessor.invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a part of a plan cannot be read: " + accessor, e);
    }
  }
}
