package io.cloudpulse.transforms.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.apache.beam.sdk.util.CoderUtils;
import org.junit.jupiter.api.Test;

class SeenHashesTest {
  @Property(tries = 200)
  void saysOfEachWhetherItIsNew(
      @ForAll @Size(max = 600) List<@LongRange(min = -300, max = 300) Long> hashes) {
    SeenHashes seen = new SeenHashes();
    TreeSet<Long> known = new TreeSet<>();

    for (long hash : hashes) {
      assertThat(seen.add(hash)).isEqualTo(known.add(hash));
    }

    assertThat(seen.sorted()).containsExactly(known.stream().mapToLong(each -> each).toArray());
  }

  @Test
  void comesBackFromItsBytes() throws Exception {
    SeenHashes seen = new SeenHashes();
    for (long hash : new long[] {Long.MAX_VALUE, -1, 0, Long.MIN_VALUE, 7}) {
      assertThat(seen.add(hash)).isTrue();
    }

    SeenHashes back = CoderUtils.clone(new SeenHashesCoder(), seen);

    assertThat(back.sorted()).containsExactly(Long.MIN_VALUE, -1, 0, 7, Long.MAX_VALUE);
    assertThat(back.add(7)).isFalse();
    assertThat(back.add(8)).isTrue();
  }

  @Test
  void takesNineBytesAnEvent() {
    SeenHashes seen = new SeenHashes();
    for (long i = 0; i < 20_000; i++) {
      assertThat(seen.add(i * 0x9E3779B97F4A7C15L)).isTrue();
    }

    assertThat(seen.sorted()).hasSize(20_000).isSorted();
    assertThat(seen.bytes()).isLessThan(20_000 * 9 + 1_000);
  }
}
