package io.cloudpulse.transforms.stocks;

import io.cloudpulse.schemas.stocks.Signal;
import io.cloudpulse.transforms.VersionedRecord;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.function.Consumer;

/** Makes the rows of a share's days; of a day whose price was deleted, that there is none. */
final class SignalRows implements Serializable {
  private static final long serialVersionUID = 1;
  private static final byte[] NO_BYTES = {};

  private final int generation;

  SignalRows(int generation) {
    this.generation = generation;
  }

  /** Of the days from one to another, both included, that are known. */
  void tell(String symbol, PriceSet prices, long first, long last, Consumer<VersionedRecord> rows) {
    for (KnownPrice known : prices.between(first, last)) {
      long day = known.newest().day();
      rows.accept(row(symbol, known.newest(), prices.between(day - LookBack.DAYS + 1, day)));
    }
  }

  private VersionedRecord row(String symbol, Price price, Collection<KnownPrice> known) {
    Object[] values =
        price.deleted()
            ? Signal.keyOnly(symbol, LocalDate.ofEpochDay(price.day()))
            : LookBack.on(known).signal(symbol).values();
    long version = SignalVersion.of(generation, known);
    return new VersionedRecord("", 0, 0, version, values, NO_BYTES, price.deleted());
  }
}
