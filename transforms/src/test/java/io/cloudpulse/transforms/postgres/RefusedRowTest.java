package io.cloudpulse.transforms.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.transforms.VersionedRecord;
import org.junit.jupiter.api.Test;

class RefusedRowTest {
  @Test
  void givesEachRecordOfAnUnpivotedLineAnIdOfItsOwn() {
    assertThat(id(record(7))).isNotEqualTo(id(record(8)));
  }

  @Test
  void givesARetriedRecordTheSameId() {
    assertThat(id(record(7))).isEqualTo(id(record(7))).matches("[0-9a-f]{32}");
  }

  private static String id(VersionedRecord record) {
    return RefusedRow.id("a.b", "postgres:a.b", record);
  }

  private static VersionedRecord record(long ordinal) {
    return new VersionedRecord(
        "/in/a.csv#0", ordinal, 120, 1, new Object[] {"x"}, "x,1,2".getBytes(UTF_8));
  }
}
