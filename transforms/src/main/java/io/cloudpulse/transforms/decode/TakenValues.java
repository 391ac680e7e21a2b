package io.cloudpulse.transforms.decode;

import com.github.benmanes.caffeine.cache.Ticker;
import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Enrichment;
import io.cloudpulse.transforms.Lookup;
import io.cloudpulse.transforms.Reason;
import io.cloudpulse.transforms.Refusal;
import java.util.Arrays;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Fills in the values of a record that its dataset takes from another one. */
final class TakenValues implements AutoCloseable {
  private final Enrichment enrichment;
  private final List<String> on;
  private final int[] keys;
  private final int[] taken;
  private final Lookup.Rows rows;

  TakenValues(Dataset dataset, Lookup lookup, Ticker ticker) {
    this.enrichment = dataset.enrichment().orElseThrow();
    this.on = List.copyOf(enrichment.on().keySet());
    this.keys = on.stream().mapToInt(dataset::indexOf).toArray();
    this.taken = enrichment.take().stream().mapToInt(dataset::indexOf).toArray();
    this.rows = new RememberedRows(lookup.open(enrichment), enrichment.refresh(), ticker);
  }

  /**
   * Fills them in; a record without a match, if it may be without one, has nulls.
   *
   * @throws Refusal if it may not
   */
  void fillIn(Object[] values) {
    Object[] key = Arrays.stream(keys).mapToObj(place -> values[place]).toArray();
    boolean askable = Arrays.stream(key).allMatch(value -> value != null);
    Object[] row = askable ? rows.find(key) : null;
    if (row == null && enrichment.required()) {
      throw unknown(key);
    }
    for (int i = 0; i < taken.length; i++) {
      values[taken[i]] = row == null ? null : row[i];
    }
  }

  private Refusal unknown(@Nullable Object[] key) {
    String field = String.join(", ", on);
    String match = String.join(", ", enrichment.on().values());
    return Refusal.of(
        Reason.UNKNOWN,
        field,
        "%s was %s, but %s has no row with that %s"
            .formatted(
                field,
                String.join(", ", Arrays.stream(key).map(String::valueOf).toList()),
                enrichment.from().name(),
                match));
  }

  @Override
  public void close() {
    rows.close();
  }
}
