package io.cloudpulse.transforms.decode;

import com.github.benmanes.caffeine.cache.Ticker;
import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Field;
import io.cloudpulse.schemas.Key;
import io.cloudpulse.transforms.Digest;
import io.cloudpulse.transforms.EventTime;
import io.cloudpulse.transforms.Lookup;
import io.cloudpulse.transforms.Reason;
import io.cloudpulse.transforms.Refusal;
import io.cloudpulse.transforms.Version;
import java.time.Instant;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Completes a record's values: derived fields, what is looked up, rules, key columns and version.
 */
public final class RecordFinisher implements AutoCloseable {
  private final Dataset dataset;
  private final int fields;
  private final Computed computed;
  private final @Nullable TakenValues taken;
  private final int[] readFields;
  private final int versionField;
  private final Digest digest = new Digest();

  /** For a dataset that takes nothing from another one. */
  public RecordFinisher(Dataset dataset) {
    this(dataset, Lookup.none());
  }

  /**
   * For any dataset.
   *
   * @param lookup where what it takes from another one is looked up; open until this is closed
   */
  public RecordFinisher(Dataset dataset, Lookup lookup) {
    this.computed = new Computed(dataset);
    this.dataset = dataset;
    this.fields = dataset.fields().size();
    this.versionField = dataset.version().map(dataset::indexOf).orElse(-1);
    this.readFields =
        dataset.fields().stream()
            .filter(Field::isRead)
            .mapToInt(field -> dataset.indexOf(field.name()))
            .toArray();
    this.taken =
        dataset.enrichment().isEmpty()
            ? null
            : new TakenValues(dataset, lookup, Ticker.systemTicker());
  }

  /** How many values a record has: its fields, and the key's own columns if it has some. */
  public static int size(Dataset dataset) {
    boolean ownColumns = dataset.key().kind() != Key.Kind.FIELDS;
    return dataset.fields().size() + (ownColumns ? dataset.key().columns().size() : 0);
  }

  /**
   * Computes derived fields, looks up what is taken from another dataset, and checks the rules.
   *
   * @throws Refusal if an expression fails, a derived value is required but null, a rule breaks, or
   *     there is no match for a record that must have one
   */
  public void derive(Object[] values) {
    computed.beforeLookup(values);
    if (taken != null) {
      taken.fillIn(values);
      computed.afterLookup(values);
    }
  }

  /** Puts the key's own columns behind the fields. */
  public void key(Object[] values, String source, long number) {
    switch (dataset.key().kind()) {
      case FIELDS -> {}
      case CONTENT -> values[fields] = content(values);
      case POSITION -> {
        values[fields] = source;
        values[fields + 1] = number;
      }
    }
  }

  private String content(Object[] values) {
    for (int field : readFields) {
      digest.addValue(values[field]);
    }
    return digest.hex();
  }

  /**
   * The record's version.
   *
   * @param asOf when the data was true, for a dataset whose records do not say
   * @param position of the record among all of the load
   */
  public long version(Object[] values, Instant asOf, long position) {
    if (versionField < 0) {
      return Version.ofLoad(asOf, position);
    }
    String name = dataset.version().orElseThrow();
    Object time = values[versionField];
    if (time == null) {
      throw Refusal.of(Reason.MISSING, name, name + " orders the versions of a row, but is empty");
    }
    return Version.ofRecord(name, EventTime.moment(time), Digest.quick(values, fields));
  }

  /** Lets go of the database in which rows are looked up. */
  @Override
  public void close() {
    if (taken != null) {
      taken.close();
    }
  }
}
