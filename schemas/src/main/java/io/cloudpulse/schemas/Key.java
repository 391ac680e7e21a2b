package io.cloudpulse.schemas;

import com.google.auto.value.AutoValue;
import java.io.Serializable;
import java.util.List;

/** What makes two records the same row. */
@AutoValue
public abstract class Key implements Serializable {
  private static final long serialVersionUID = 1;

  /** Column that holds a {@link Kind#CONTENT} key: 32 hexadecimal digits. */
  public static final String CONTENT_COLUMN = "_content";

  /** First column of a {@link Kind#POSITION} key: the name of the file, without its folder. */
  public static final String SOURCE_COLUMN = "_source";

  /** Second column of a {@link Kind#POSITION} key: the record's number in its source, from 1. */
  public static final String RECORD_COLUMN = "_record";

  /** The three ways to tell rows apart. */
  public enum Kind {
    /** Fields of the record. */
    FIELDS,
    /** A hash of all fields: exact duplicates become one row. */
    CONTENT,
    /** Source name and record number: every record is a row of its own. */
    POSITION
  }

  public abstract Kind kind();

  /** Names of the key's fields; empty unless {@link Kind#FIELDS}. */
  public abstract List<String> fields();

  public static Key fields(List<String> names) {
    return new AutoValue_Key(Kind.FIELDS, List.copyOf(names));
  }

  public static Key content() {
    return new AutoValue_Key(Kind.CONTENT, List.of());
  }

  public static Key position() {
    return new AutoValue_Key(Kind.POSITION, List.of());
  }

  /** The columns of the primary key, in order, in every sink. */
  public final List<String> columns() {
    return switch (kind()) {
      case FIELDS -> fields();
      case CONTENT -> List.of(CONTENT_COLUMN);
      case POSITION -> List.of(SOURCE_COLUMN, RECORD_COLUMN);
    };
  }
}
