package io.cloudpulse.schemas;

import com.google.auto.value.AutoValue;
import com.google.auto.value.extension.serializable.SerializableAutoValue;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One way a dataset's files are laid out. A dataset has one, or several told apart by header. */
@SerializableAutoValue
@AutoValue
public abstract class Layout implements Serializable {
  private static final long serialVersionUID = 1;

  /** How a record is written. */
  public enum Format {
    /** RFC 4180, with a header. */
    CSV,
    /** One JSON object a line. */
    JSONL
  }

  public abstract String name();

  public abstract Format format();

  /** Name of an encoding in which line feed and the ASCII characters are one byte each. */
  public abstract String encoding();

  public abstract char delimiter();

  /** Lines before the header that say nothing about the records. */
  public abstract int preamble();

  /** True if a quoted field may hold a line break. False lets a file be split into byte ranges. */
  public abstract boolean multiline();

  /** True if white space around a value means nothing. */
  public abstract boolean trim();

  /** Texts that mean null. */
  public abstract List<String> nulls();

  /** Column names of files without a header; empty if the files have one. */
  public abstract List<String> header();

  /** More names for a field in this layout: field name to headers. */
  public abstract Map<String, List<String>> aliases();

  /** Texts for fields that this layout has no column for: field name to text. */
  public abstract Map<String, String> constants();

  /** Headers to pass over without a word, such as an empty last column. */
  public abstract List<String> ignore();

  public abstract Optional<Unpivot> unpivot();

  public static Builder builder() {
    return new AutoValue_Layout.Builder()
        .name("default")
        .format(Format.CSV)
        .encoding("UTF-8")
        .delimiter(',')
        .preamble(0)
        .multiline(true)
        .trim(false)
        .nulls(List.of(""))
        .header(List.of())
        .aliases(Map.of())
        .constants(Map.of())
        .ignore(List.of());
  }

  public abstract Builder toBuilder();

  /** Builds a layout. */
  @AutoValue.Builder
  public abstract static class Builder {
    public abstract Builder name(String name);

    public abstract Builder format(Format format);

    public abstract Builder encoding(String encoding);

    public abstract Builder delimiter(char delimiter);

    public abstract Builder preamble(int preamble);

    public abstract Builder multiline(boolean multiline);

    public abstract Builder trim(boolean trim);

    public abstract Builder nulls(List<String> nulls);

    public abstract Builder header(List<String> header);

    public abstract Builder aliases(Map<String, List<String>> aliases);

    public abstract Builder constants(Map<String, String> constants);

    public abstract Builder ignore(List<String> ignore);

    public abstract Builder unpivot(Unpivot unpivot);

    public abstract Layout build();
  }
}
