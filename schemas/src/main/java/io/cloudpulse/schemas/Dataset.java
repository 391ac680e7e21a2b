package io.cloudpulse.schemas;

import com.google.auto.value.AutoValue;
import com.google.auto.value.extension.serializable.SerializableAutoValue;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * A named kind of record: how it is read, what it may hold, what identifies it and what orders its
 * versions. Made from a YAML file or from an AutoValue class; every step and every sink's shape is
 * derived from it.
 */
@SerializableAutoValue
@AutoValue
public abstract class Dataset implements Serializable {
  private static final long serialVersionUID = 1;

  /** Two lower-case words joined by a dot: a family and a kind, such as {@code crm.accounts}. */
  public abstract String name();

  public abstract String description();

  /** At least one; a file is read by the first whose columns its header has. */
  public abstract List<Layout> layouts();

  /** In the order of the sinks' columns. */
  public abstract List<Field> fields();

  public abstract Key key();

  /** The field that says when it happened: a date or a timestamp. */
  public abstract Optional<String> eventTime();

  /**
   * The field whose time orders the versions of a row. Empty: versions are ordered by when the data
   * was true (asOf, publish time or the file's modification time).
   */
  public abstract Optional<String> version();

  public abstract List<Rule> rules();

  /** Fields to cluster by in a warehouse, at most four. */
  public abstract List<String> clusterBy();

  /** Fields by a value of which a few rows are looked for among all, the newest first. */
  public abstract List<String> findBy();

  /** Where some of the fields are looked up. */
  public abstract Optional<Enrichment> enrichment();

  /** The dataset whose rows its records are, if not its own: of the same fields and key. */
  public abstract Optional<Dataset> into();

  /** The dataset whose table and index hold the rows. */
  public final Dataset stored() {
    return into().orElse(this);
  }

  public static Builder builder() {
    return new AutoValue_Dataset.Builder()
        .description("")
        .rules(List.of())
        .clusterBy(List.of())
        .findBy(List.of());
  }

  public abstract Builder toBuilder();

  /** Name before the dot: the schema in PostgreSQL, the dataset in BigQuery. */
  public final String family() {
    return name().substring(0, name().indexOf('.'));
  }

  /** Name after the dot: the table. */
  public final String kind() {
    return name().substring(name().indexOf('.') + 1);
  }

  /** Place of a field among {@link #fields()}. */
  public final int indexOf(String field) {
    for (int i = 0; i < fields().size(); i++) {
      if (fields().get(i).name().equals(field)) {
        return i;
      }
    }
    throw new IllegalArgumentException(name() + " has no field " + field);
  }

  public final Field field(String field) {
    return fields().get(indexOf(field));
  }

  /** Builds a dataset; what makes one valid is checked where it is read from. */
  @AutoValue.Builder
  public abstract static class Builder {
    public abstract Builder name(String name);

    public abstract Builder description(String description);

    public abstract Builder layouts(List<Layout> layouts);

    public abstract Builder fields(List<Field> fields);

    public abstract Builder key(Key key);

    public abstract Builder eventTime(String field);

    public abstract Builder version(String field);

    public abstract Builder rules(List<Rule> rules);

    public abstract Builder clusterBy(List<String> fields);

    public abstract Builder findBy(List<String> fields);

    public abstract Builder enrichment(Enrichment enrichment);

    public abstract Builder into(Dataset into);

    public abstract Dataset build();
  }
}
