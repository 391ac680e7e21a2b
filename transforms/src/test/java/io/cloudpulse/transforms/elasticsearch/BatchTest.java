package io.cloudpulse.transforms.elasticsearch;

import static io.cloudpulse.transforms.SinkOutcome.REFUSED;
import static io.cloudpulse.transforms.SinkOutcome.STORED;
import static io.cloudpulse.transforms.SinkOutcome.SUPERSEDED;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.transforms.VersionedRecord;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchTest {
  @Test
  void sendsTheNewestOfEachKey() {
    Batch batch = batch(row(1, "a"), row(3, "a"), row(2, "a"), row(1, "b"));

    assertThat(places(batch)).containsExactly(1, 3);
    batch.settle(1, STORED);
    batch.settle(3, SUPERSEDED);
    batch.supersede();

    assertThat(batch.isOpen()).isFalse();
    assertThat(batch.outcomes()).containsExactly(SUPERSEDED, STORED, SUPERSEDED, SUPERSEDED);
  }

  @Test
  void sendsTheNextNewestWhereTheNewestIsRefused() {
    Batch batch = batch(row(1, "a"), row(3, "a"), row(2, "a"));

    assertThat(places(batch)).containsExactly(1);
    batch.settle(1, REFUSED);
    batch.supersede();
    assertThat(places(batch)).containsExactly(2);
    batch.settle(2, STORED);
    batch.supersede();

    assertThat(batch.isOpen()).isFalse();
    assertThat(batch.outcomes()).containsExactly(SUPERSEDED, REFUSED, STORED);
  }

  private static List<Integer> places(Batch batch) {
    return new ArrayList<>(batch.newest()).stream().map(Document::place).toList();
  }

  private static VersionedRecord row(long version, String key) {
    return TestDocuments.row(version, key, 1.0);
  }

  private static Batch batch(VersionedRecord... rows) {
    Batch batch = new Batch(List.of(rows));
    for (int i = 0; i < rows.length; i++) {
      batch.open(new Document(i, (String) rows[i].values()[0], rows[i]));
    }
    return batch;
  }
}
