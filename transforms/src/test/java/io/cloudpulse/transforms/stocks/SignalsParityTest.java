package io.cloudpulse.transforms.stocks;

import io.cloudpulse.transforms.VersionedRecord;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestStream;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TimestampedValue;
import org.assertj.core.api.Assertions;
import org.joda.time.Duration;

/**
 * Batch and stream give what is computed by hand, whatever the order, with each record twice, with
 * corrections and deletions among them.
 */
class SignalsParityTest {
  private static final LocalDate BEGIN = LocalDate.of(2023, 5, 1);
  private static final int DAYS = 500;
  private static final int AT_ONCE = 40;

  @Property(tries = 2)
  void aBatchGivesWhatIsComputedByHand(@ForAll long seed) {
    Random random = new Random(seed);
    List<VersionedRecord> prices = prices(random);

    check(Create.of(doubled(prices, random)).withCoder(Prices.CODER), ByHand.of(prices).rows());
  }

  @Property(tries = 3)
  void aStreamGivesWhatIsComputedByHand(@ForAll long seed) {
    Random random = new Random(seed);
    List<VersionedRecord> prices = prices(random);

    check(stream(doubled(prices, random), random), ByHand.of(prices).rows());
  }

  private static void check(
      PTransform<PBegin, PCollection<VersionedRecord>> prices, List<String> expected) {
    TestPipeline pipeline = TestPipeline.create().enableAbandonedNodeEnforcement(false);
    PAssert.that(
            pipeline
                .apply(prices)
                .apply(ComputeSignals.in(PriceWindows.ofGeneration(0).neverTooLate())))
        .satisfies(
            rows -> {
              Assertions.assertThat(Kept.rows(rows)).isEqualTo(expected);
              return null;
            });
    pipeline.run().waitUntilFinish();
  }

  /** Of two shares, over more than one term; of some days up to three versions, or a deletion. */
  private static List<VersionedRecord> prices(Random random) {
    List<VersionedRecord> prices = new ArrayList<>();
    for (LocalDate day = BEGIN; day.isBefore(BEGIN.plusDays(DAYS)); day = day.plusDays(1)) {
      if (day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0) {
        add("AAA", day, random, prices);
      }
      if (random.nextInt(4) == 0) {
        add("BBB", day, random, prices);
      }
    }
    return prices;
  }

  private static void add(
      String symbol, LocalDate day, Random random, List<VersionedRecord> prices) {
    int versions = random.nextInt(8) == 0 ? 3 : 1;
    for (int i = 0; i < versions; i++) {
      long version = Prices.version(random.nextInt(3), prices.size());
      prices.add(
          random.nextInt(60) == 0
              ? Prices.deleted(symbol, day.toString(), version)
              : Prices.price(symbol, day, closeHighLow(random), version));
    }
  }

  private static BigDecimal[] closeHighLow(Random random) {
    long close = 90_000_000L + random.nextInt(20_000_000);
    return new BigDecimal[] {
      BigDecimal.valueOf(close, 6),
      BigDecimal.valueOf(close + random.nextInt(3_000_000), 6),
      BigDecimal.valueOf(close - random.nextInt(3_000_000), 6)
    };
  }

  private static List<VersionedRecord> doubled(List<VersionedRecord> prices, Random random) {
    List<VersionedRecord> all = new ArrayList<>(prices);
    all.addAll(prices);
    Collections.shuffle(all, random);
    return all;
  }

  /** Told now and then. */
  private static TestStream<VersionedRecord> stream(List<VersionedRecord> prices, Random random) {
    TestStream.Builder<VersionedRecord> stream = TestStream.create(Prices.CODER);
    for (int i = 0; i < prices.size(); i += AT_ONCE) {
      stream = add(prices.subList(i, Math.min(i + AT_ONCE, prices.size())), stream);
      if (random.nextInt(4) == 0) {
        stream = stream.advanceProcessingTime(Duration.millis(1_100));
      }
    }
    return stream.advanceWatermarkToInfinity();
  }

  @SuppressWarnings("unchecked")
  private static TestStream.Builder<VersionedRecord> add(
      List<VersionedRecord> some, TestStream.Builder<VersionedRecord> stream) {
    TimestampedValue<VersionedRecord>[] rest =
        some.stream().skip(1).map(Prices::stamped).toArray(TimestampedValue[]::new);
    return stream.addElements(Prices.stamped(some.get(0)), rest);
  }
}
