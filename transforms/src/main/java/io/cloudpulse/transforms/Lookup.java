package io.cloudpulse.transforms;

import io.cloudpulse.schemas.Enrichment;
import java.io.Serializable;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Where rows of other datasets are looked up. Sent to workers; opened where it is used. */
public interface Lookup extends Serializable {
  /** The values that some fields have in the row that matches others. */
  @FunctionalInterface
  interface Rows extends AutoCloseable {
    /**
     * Looks a row up. A moment at which it cannot be told is waited out, and fails in the end; it
     * is never a missing row.
     *
     * @param key one value, never null, for each of {@link Enrichment#on}, in its order
     * @return one value for each of {@link Enrichment#take}, in its order; null if no row matches
     */
    Object @Nullable [] find(Object[] key);

    @Override
    default void close() {}
  }

  Rows open(Enrichment enrichment);

  /** For datasets that take nothing from others. */
  static Lookup none() {
    return enrichment -> {
      throw new IllegalStateException(
          enrichment.from().name() + " is looked up, but it is not said in which database");
    };
  }
}
