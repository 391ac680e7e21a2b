package io.cloudpulse.transforms.postgres;

import io.cloudpulse.transforms.VersionedRecord;
import java.util.Arrays;
import java.util.List;

/**
 * What of a batch one statement may hold: each key once, as the newest version in the batch, in key
 * order. Equal versions are equal content, so the first of them stays.
 */
final class NewestRows {
  private final KeyOrder order;

  NewestRows(KeyOrder order) {
    this.order = order;
  }

  /** An array, because each column goes through all of them. */
  VersionedRecord[] of(List<VersionedRecord> batch) {
    VersionedRecord[] rows = batch.toArray(new VersionedRecord[0]);
    Arrays.sort(rows, order);
    int kept = 0;
    for (int i = 1; i < rows.length; i++) {
      if (order.compare(rows[kept], rows[i]) != 0) {
        rows[++kept] = rows[i];
      } else if (rows[kept].version() < rows[i].version()) {
        rows[kept] = rows[i];
      }
    }
    return Arrays.copyOf(rows, Math.min(rows.length, kept + 1));
  }
}
