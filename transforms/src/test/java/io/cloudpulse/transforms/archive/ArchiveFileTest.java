package io.cloudpulse.transforms.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ArchiveFileTest {
  private static final Instant SEVEN = Instant.parse("2026-11-20T19:00:00Z");
  private static final ArchiveFile FILE =
      new ArchiveFile(
          "shop.orders", SEVEN, "orders.csv", "0123456789abcdef", 0, 8_388_600, "fedcba9876543210");

  @Test
  void namesWhatItHolds() {
    assertThat(FILE.path())
        .isEqualTo(
            "shop.orders/hour=2026-11-20T19/orders.csv-0123456789abcdef-000000000000-000008388600"
                + "-fedcba9876543210.avro");
  }

  @Test
  void isReadFromItsAddress() {
    assertThat(ArchiveFile.parse("gs://bucket/folder/" + FILE.path())).contains(FILE);
  }

  @Test
  void knowsNoOtherName() {
    assertThat(ArchiveFile.parse("/a/" + FILE.path() + ".unfinished-1")).isEmpty();
    assertThat(ArchiveFile.parse("/a/shop.orders/hour=2026-11-20T19/other.avro")).isEmpty();
    assertThat(ArchiveFile.parse("other.avro")).isEmpty();
  }

  @Test
  void isOfTheHourInWhichItWasPublished() {
    assertThat(ArchiveFile.hourOf(SEVEN.toEpochMilli() + 3_599_999)).isEqualTo(SEVEN);
    assertThat(ArchiveFile.hourOf(SEVEN.toEpochMilli() - 1)).isEqualTo(SEVEN.minusSeconds(3_600));
    assertThat(ArchiveFile.hourOf(-1)).isEqualTo(Instant.EPOCH);
    assertThat(ArchiveFile.hourOf(Long.MAX_VALUE)).isEqualTo(Instant.EPOCH);
  }

  @Test
  void isCalledAsPeopleCallItsSource() {
    assertThat(ArchiveFile.nameOf("/data/ord*ers 1.csv")).isEqualTo("ord_ers_1.csv");
    assertThat(ArchiveFile.nameOf("kafka://host:9092/clicks/3")).isEqualTo("clicks.3");
  }
}
