package io.cloudpulse.transforms.activity;

import java.util.Arrays;

/**
 * Distinct products, of which the 64 with the smallest ids are kept: as many as there are up to 64,
 * and which those are is a function of the set alone. Never changes.
 */
final class ProductSet {
  static final int MOST = 64;
  static final ProductSet NONE = new ProductSet(new long[0]);

  private final long[] ids;

  /** Of ids that are in order and distinct, and not too many. */
  ProductSet(long[] ids) {
    this.ids = ids;
  }

  static ProductSet of(long id) {
    return new ProductSet(new long[] {id});
  }

  int size() {
    return ids.length;
  }

  long[] ids() {
    return ids.clone();
  }

  ProductSet plus(ProductSet others) {
    if (others.ids.length == 0) {
      return this;
    }
    return ids.length == 0 ? others : united(others);
  }

  private ProductSet united(ProductSet others) {
    long[] all = Arrays.copyOf(ids, ids.length + others.ids.length);
    System.arraycopy(others.ids, 0, all, ids.length, others.ids.length);
    return new ProductSet(Arrays.stream(all).sorted().distinct().limit(MOST).toArray());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ProductSet set && Arrays.equals(ids, set.ids);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(ids);
  }

  @Override
  public String toString() {
    return Arrays.toString(ids);
  }
}
