package io.cloudpulse.transforms.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.RangeTally;
import io.cloudpulse.transforms.RowStore;
import io.cloudpulse.transforms.VersionedRecord;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class StoredRangeTest {
  private final List<List<Long>> stored = new ArrayList<>();
  private final List<RangeTally> tallies = new ArrayList<>();
  private final StoredRange range = new StoredRange(new Noted(), letter -> {}, tallies::add);

  /** Writes down the ordinals of each batch. */
  private final class Noted implements RowStore.Open {
    @Override
    public void write(List<VersionedRecord> rows, Consumer<DeadLetter> refused) {
      stored.add(rows.stream().map(VersionedRecord::ordinal).toList());
    }

    @Override
    public void close() {}
  }

  @Test
  void storesTwoThousandRowsAtATimeAndTheRestAtTheEnd() throws IOException, SQLException {
    accept(4_500, 10);

    assertThat(stored).extracting(List::size).containsExactly(2_000, 2_000, 500);
    assertThat(stored.get(1).get(0)).isEqualTo(2_001);
    assertThat(stored.get(2).get(499)).isEqualTo(4_500);
  }

  @Test
  void storesLargeRecordsEarlier() throws IOException, SQLException {
    accept(5, 8 << 20);

    assertThat(stored).containsExactly(List.of(1L, 2L), List.of(3L, 4L), List.of(5L));
  }

  @Test
  void storesNothingOfARangeWithoutRows() throws IOException, SQLException {
    range.store();

    assertThat(stored).isEmpty();
  }

  private void accept(int rows, int bytes) throws IOException, SQLException {
    byte[] original = new byte[bytes];
    for (int ordinal = 1; ordinal <= rows; ordinal++) {
      range.accepted(new VersionedRecord("a#0", ordinal, ordinal, 1, new Object[0], original));
      range.storeIfMany();
    }
    range.store();
  }
}
