package io.cloudpulse.schemas;

import com.google.auto.value.AutoValue;
import com.google.auto.value.extension.serializable.SerializableAutoValue;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One named value of a record: its type, what it may be, and where it comes from. */
@SerializableAutoValue
@AutoValue
public abstract class Field implements Serializable {
  /** Among the formats of a date or timestamp: ISO-8601, as it is read where none are given. */
  public static final String ISO = "iso";

  private static final long serialVersionUID = 1;

  /** The column's name in every sink: lower case, digits and underscores, a letter first. */
  public abstract String name();

  public abstract FieldType type();

  public abstract String description();

  /** A record without it is refused. Key fields are always required. */
  public abstract boolean required();

  /** Other names a header or a JSON object may use for it, as dotted paths for nested JSON. */
  public abstract List<String> aliases();

  /** Smallest value allowed, of the type's {@link FieldType.Kind#carrier carrier}. */
  public abstract Optional<Serializable> min();

  /** Largest value allowed, of the type's {@link FieldType.Kind#carrier carrier}. */
  public abstract Optional<Serializable> max();

  /** The only texts allowed, after corrections; empty means any. */
  public abstract List<String> allowed();

  /** Known misspellings and what they mean; each use is counted in the run report. */
  public abstract Map<String, String> corrections();

  /**
   * How texts of a date, timestamp or boolean look. For dates and timestamps: {@link #ISO} and
   * patterns of {@link java.time.format.DateTimeFormatter}; empty means ISO-8601. For booleans: two
   * entries, the words for true and the words for false, each separated by {@code |}.
   */
  public abstract List<String> formats();

  /** Zone of a timestamp whose text names none. */
  public abstract String zone();

  /** Texts that mean null for this field, instead of the layout's. */
  public abstract Optional<List<String>> nulls();

  /** The text every record has in it, where the source has no such column. */
  public abstract Optional<String> constant();

  /** A CEL expression over the other fields that gives its value. */
  public abstract Optional<String> derive();

  /** Texts the generator picks from, so that generated data looks like data. */
  public abstract List<String> examples();

  /** True if its value is looked up in another dataset. */
  public abstract boolean taken();

  /** True if its value is read from the source, rather than derived or looked up. */
  public final boolean isRead() {
    return derive().isEmpty() && !taken();
  }

  public static Builder builder() {
    return new AutoValue_Field.Builder()
        .description("")
        .required(false)
        .aliases(List.of())
        .allowed(List.of())
        .corrections(Map.of())
        .formats(List.of())
        .zone("UTC")
        .taken(false)
        .examples(List.of());
  }

  public static Field of(String name, FieldType type) {
    return builder().name(name).type(type).build();
  }

  public abstract Builder toBuilder();

  /** Builds a field. */
  @AutoValue.Builder
  public abstract static class Builder {
    public abstract Builder name(String name);

    public abstract Builder type(FieldType type);

    public abstract Builder description(String description);

    public abstract Builder required(boolean required);

    public abstract Builder aliases(List<String> aliases);

    public abstract Builder min(Serializable min);

    public abstract Builder max(Serializable max);

    public abstract Builder allowed(List<String> allowed);

    public abstract Builder corrections(Map<String, String> corrections);

    public abstract Builder formats(List<String> formats);

    public abstract Builder zone(String zone);

    public abstract Builder nulls(List<String> nulls);

    public abstract Builder constant(String constant);

    public abstract Builder derive(String derive);

    public abstract Builder taken(boolean taken);

    public abstract Builder examples(List<String> examples);

    public abstract Field build();
  }
}
