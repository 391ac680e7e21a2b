package io.cloudpulse.transforms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RangeBatchesTest {
  private final List<String> taken = new ArrayList<>();

  @Test
  void keepsTheRecordsOfARangeTogetherAndInOrder() throws Exception {
    RangeBatches batches = new RangeBatches(1_000);

    for (int i = 1; i <= 3; i++) {
      batches.add(row("a", i, 1), this::take);
      batches.add(row("b", i, 1), this::take);
    }
    assertThat(taken).isEmpty();
    batches.flush(this::take);

    assertThat(taken).containsExactly("a 1 2 3", "b 1 2 3");
  }

  @Test
  void handsOnARangeThatIsFullAndLeavesTheOthers() throws Exception {
    RangeBatches batches = new RangeBatches(Long.MAX_VALUE);

    batches.add(row("b", 1, 0), this::take);
    for (int i = 1; i <= 2_000; i++) {
      batches.add(row("a", i, 0), this::take);
    }

    assertThat(taken).singleElement().asString().startsWith("a 1 2 ").endsWith(" 1999 2000");
    batches.flush(this::take);
    assertThat(taken).hasSize(2).last().isEqualTo("b 1");
  }

  @Test
  void handsOnAllWhenTheyAreLarge() throws Exception {
    RangeBatches batches = new RangeBatches(100);

    batches.add(row("a", 1, 60), this::take);
    batches.add(row("b", 1, 40), this::take);

    assertThat(taken).containsExactly("a 1", "b 1");
    batches.flush(this::take);
    assertThat(taken).hasSize(2);
  }

  @Test
  void forgetsWhatABundleThatFailedHadLeft() throws Exception {
    RangeBatches batches = new RangeBatches(100);
    batches.add(row("a", 1, 1), this::take);

    batches.clear();
    batches.flush(this::take);

    assertThat(taken).isEmpty();
  }

  private void take(List<VersionedRecord> batch) {
    StringBuilder text = new StringBuilder(batch.get(0).range());
    batch.forEach(row -> text.append(' ').append(row.ordinal()));
    taken.add(text.toString());
  }

  private static VersionedRecord row(String range, long ordinal, int bytes) {
    return new VersionedRecord(range, ordinal, 0, 0, new Object[0], new byte[bytes]);
  }
}
