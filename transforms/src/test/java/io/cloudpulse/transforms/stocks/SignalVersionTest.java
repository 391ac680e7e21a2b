package io.cloudpulse.transforms.stocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Of two rows of one day the one that is to stay has the higher version. */
class SignalVersionTest {
  private static final long SECOND = 1_000;
  private static final long YEAR = 365 * 24 * 3_600 * SECOND;

  @Test
  void aDayMoreOutweighsNewerPrices() {
    List<Price> all = days(252, 0);
    List<Price> fewerButNewer = days(251, 17 * YEAR);

    assertThat(version(all)).isGreaterThan(version(fewerButNewer));
  }

  @Test
  void ofTheSameDaysNewerPricesWin() {
    List<Price> corrected = new ArrayList<>(days(252, 0));
    corrected.set(100, price(100, Prices.version(1, 0)));

    assertThat(version(corrected)).isGreaterThan(version(days(252, 0)));
  }

  @Test
  void aPriceThatIsGoneIsKnown() {
    List<Price> deleted = new ArrayList<>(days(20, 0));
    deleted.set(7, Price.none(7, Prices.version(1, 0)));

    assertThat(version(deleted)).isGreaterThan(version(days(20, 0)));
  }

  @Test
  void aHigherGenerationReplacesAll() {
    List<Price> most = days(LookBack.DAYS, 80 * YEAR);
    List<KnownPrice> none = List.of(KnownPrice.of(price(0, 0)));

    assertThat(SignalVersion.LAST_GENERATION).isEqualTo(10);
    assertThat(SignalVersion.of(1, none)).isGreaterThan(version(most));
    assertThat(SignalVersion.of(SignalVersion.LAST_GENERATION, known(most)))
        .isGreaterThan(SignalVersion.of(9, known(most)));
  }

  /** Sixteen corrections of one day in one millisecond are told apart. */
  @Test
  void eachRecordOfAMillisecondRaisesIt() {
    List<Price> records =
        LongStream.rangeClosed(0, SignalVersion.MOST_BEATEN)
            .mapToObj(position -> price(3, Prices.version(0, position)))
            .toList();

    assertThat(
            IntStream.rangeClosed(1, records.size())
                .mapToObj(seen -> version(records.subList(0, seen))))
        .isSorted()
        .doesNotHaveDuplicates();
    assertThat(version(List.of(price(3, Prices.version(1, 0))))).isGreaterThan(version(records));
  }

  @Property(tries = 200)
  void growsWithEachRecordThatChangesAPriceWhateverTheOrder(@ForAll long seed) {
    Random random = new Random(seed);
    List<Price> records = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      records.add(price(random.nextInt(3), Prices.version(random.nextInt(3), random.nextInt(4))));
    }
    Collections.shuffle(records, random);

    for (int seen = 1; seen < records.size(); seen++) {
      List<Price> before = records.subList(0, seen);
      List<Price> after = records.subList(0, seen + 1);
      assertThat(version(after)).isGreaterThanOrEqualTo(version(before));
      if (!newest(after).equals(newest(before))) {
        assertThat(version(after)).isGreaterThan(version(before));
      }
    }
    List<Price> reversed = new ArrayList<>(records);
    Collections.reverse(reversed);
    assertThat(version(reversed)).isEqualTo(version(records));
  }

  private static List<Price> newest(List<Price> records) {
    return known(records).stream().map(KnownPrice::newest).toList();
  }

  private static long version(List<Price> records) {
    return SignalVersion.of(0, known(records));
  }

  private static List<KnownPrice> known(List<Price> records) {
    PriceSet set = new PriceSet();
    for (Price price : records) {
      boolean unused = set.add(price);
    }
    return List.copyOf(set.between(0, LookBack.DAYS));
  }

  private static List<Price> days(int count, long millis) {
    return IntStream.range(0, count)
        .mapToObj(day -> price(day, Prices.version(millis, 0)))
        .toList();
  }

  private static Price price(long day, long version) {
    return new Price(day, version, false, 1, 1, 1, 1);
  }
}
