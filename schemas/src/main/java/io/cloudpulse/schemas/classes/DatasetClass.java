package io.cloudpulse.schemas.classes;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Field;
import io.cloudpulse.schemas.FieldType;
import io.cloudpulse.schemas.FieldType.Kind;
import io.cloudpulse.schemas.Key;
import io.cloudpulse.schemas.Layout;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The dataset of a class that is marked with {@link DatasetOf}. */
public final class DatasetClass {
  private static final Set<Kind> TIMES = EnumSet.of(Kind.DATE, Kind.TIMESTAMP);
  private static final Set<Kind> INEXACT = EnumSet.of(Kind.DOUBLE, Kind.JSON);

  private final Class<?> type;
  private final DatasetOf settings;
  private final Map<String, Field> fields = new LinkedHashMap<>();
  private final Map<String, List<String>> aliases = new LinkedHashMap<>();

  private DatasetClass(Class<?> type) {
    this.type = type;
    this.settings = type.getAnnotation(DatasetOf.class);
    check(settings != null, "has no @DatasetOf");
  }

  /**
   * The same dataset as the equivalent file gives. Its one layout is JSON lines, whose objects may
   * name a value as the column or as the property in Java.
   *
   * @param type an abstract class with {@code @DefaultSchema(AutoValueSchema.class)}
   * @throws IllegalArgumentException if the class does not make a dataset, with the reason
   */
  public static Dataset of(Class<?> type) {
    return new DatasetClass(type).read();
  }

  private Dataset read() {
    for (Property property : Property.of(type)) {
      Field field = property.field();
      check(fields.put(field.name(), field) == null, "has two columns " + field.name());
      if (!field.name().equals(property.name())) {
        aliases.put(field.name(), List.of(property.name()));
      }
    }
    Dataset.Builder dataset =
        Dataset.builder()
            .name(name())
            .description(settings.description())
            .layouts(List.of(layout()))
            .key(key())
            .fields(fields())
            .clusterBy(known("clusterBy", settings.clusterBy()));
    times(dataset);
    return dataset.build();
  }

  private String name() {
    String word = "[a-z][a-z0-9_]{0,62}";
    check(
        settings.name().matches(word + "\\." + word),
        "was named \"" + settings.name() + "\", but must be named as in crm.accounts");
    return settings.name();
  }

  private Layout layout() {
    return Layout.builder()
        .format(Layout.Format.JSONL)
        .multiline(false)
        .aliases(Map.copyOf(aliases))
        .build();
  }

  private Key key() {
    boolean named = settings.key().length > 0;
    check(
        named == (settings.keyKind() == Key.Kind.FIELDS),
        "must have either a key of at least one field or another keyKind");
    return switch (settings.keyKind()) {
      case CONTENT -> Key.content();
      case POSITION -> Key.position();
      case FIELDS -> Key.fields(exact(known("key", settings.key())));
    };
  }

  private List<String> exact(List<String> names) {
    for (String name : names) {
      boolean inexact = INEXACT.contains(fields.get(name).type().kind());
      check(!inexact, "has " + name + " in its key, but a double or json cannot identify a row");
    }
    return names;
  }

  private List<Field> fields() {
    List<String> key = List.of(settings.key());
    return fields.values().stream()
        .map(f -> key.contains(f.name()) ? f.toBuilder().required(true).build() : f)
        .toList();
  }

  private void times(Dataset.Builder dataset) {
    boolean sameTime = settings.version().equals("eventTime");
    String version = sameTime ? settings.eventTime() : settings.version();
    check(!sameTime || !version.isEmpty(), "has version eventTime, but no eventTime");
    time("eventTime", settings.eventTime()).forEach(dataset::eventTime);
    time("version", version).forEach(dataset::version);
  }

  private List<String> time(String setting, String name) {
    List<String> named = Stream.of(name).filter(text -> !text.isEmpty()).toList();
    for (String known : known(setting, named.toArray(String[]::new))) {
      FieldType fieldType = fields.get(known).type();
      String must = setting + " " + known + ", which is " + fieldType;
      check(
          TIMES.contains(fieldType.kind()), "has " + must + ", but must be a date or a timestamp");
    }
    return named;
  }

  private List<String> known(String setting, String... names) {
    Collection<String> all = fields.keySet();
    for (String name : names) {
      check(all.contains(name), setting + " names " + name + ", but its fields are " + all);
    }
    return List.of(names);
  }

  private void check(boolean holds, String problem) {
    if (!holds) {
      throw new IllegalArgumentException(type.getSimpleName() + " " + problem);
    }
  }
}
