package io.cloudpulse.schemas;

import com.google.auto.value.AutoValue;
import java.io.Serializable;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a dataset's records are completed with, and where it is looked up. */
@AutoValue
public abstract class Enrichment implements Serializable {
  private static final long serialVersionUID = 1;

  /** The dataset whose table is looked up; it is not enriched itself. */
  public abstract Dataset from();

  /** Which fields must be equal: the enriched dataset's to {@link #from}'s. At least one. */
  public abstract Map<String, String> on();

  /** Names of the fields that are taken; they are the enriched dataset's fields as well. */
  public abstract List<String> take();

  /** True if a record without a match is refused. Else what it would have taken is null. */
  public abstract boolean required();

  /** How long a row that was looked up may be remembered. */
  public abstract Duration refresh();

  public static Builder builder() {
    return new AutoValue_Enrichment.Builder().required(false).refresh(Duration.ofMinutes(1));
  }

  /** Builds an enrichment. */
  @AutoValue.Builder
  public abstract static class Builder {
    public abstract Builder from(Dataset from);

    abstract Builder on(Map<String, String> on);

    /** Keeps the order. */
    public final Builder matching(Map<String, String> fields) {
      return on(Collections.unmodifiableMap(new LinkedHashMap<>(fields)));
    }

    public abstract Builder take(List<String> take);

    public abstract Builder required(boolean required);

    public abstract Builder refresh(Duration refresh);

    public abstract Enrichment build();
  }
}
