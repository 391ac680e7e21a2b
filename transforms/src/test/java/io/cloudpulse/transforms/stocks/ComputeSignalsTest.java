package io.cloudpulse.transforms.stocks;

import static io.cloudpulse.transforms.stocks.Prices.deleted;
import static io.cloudpulse.transforms.stocks.Prices.moment;
import static io.cloudpulse.transforms.stocks.Prices.price;
import static io.cloudpulse.transforms.stocks.Prices.stamped;
import static io.cloudpulse.transforms.stocks.Prices.version;

import io.cloudpulse.transforms.VersionedRecord;
import java.time.Duration;
import java.util.List;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestPipelineExtension;
import org.apache.beam.sdk.testing.TestStream;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TimestampedValue;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The columns that are told here: symbol, date, close, simple return. */
@ExtendWith(TestPipelineExtension.class)
class ComputeSignalsTest {
  private static final ComputeSignals SIGNALS = ComputeSignals.in(PriceWindows.ofGeneration(0));
  private static final int COLUMNS = 4;

  private static final VersionedRecord MONDAY = price("AAA", "2024-01-01", "100", version(0, 1));
  private static final VersionedRecord TUESDAY = price("AAA", "2024-01-02", "110", version(0, 2));
  private static final VersionedRecord WEDNESDAY = price("AAA", "2024-01-03", "99", version(0, 3));

  @Test
  void tellsOneRowOfEachDayOfABatch(TestPipeline pipeline) {
    VersionedRecord other = price("BBB", "2024-01-02", "7", version(0, 4));

    tells(
        pipeline,
        Create.of(WEDNESDAY, MONDAY, other, TUESDAY, MONDAY).withCoder(Prices.CODER),
        "AAA|2024-01-01|100.000000|null",
        "AAA|2024-01-02|110.000000|0.10000000",
        "AAA|2024-01-03|99.000000|-0.10000000",
        "BBB|2024-01-02|7.000000|null");
  }

  /** 2024-11-07 is 54 * 371 days after 1970. */
  @Test
  void looksBackBeyondTheBeginningOfItsTerm(TestPipeline pipeline) {
    tells(
        pipeline,
        Create.of(
                price("AAA", "2024-11-06", "100", version(0, 1)),
                price("AAA", "2024-11-07", "110", version(0, 2)))
            .withCoder(Prices.CODER),
        "AAA|2024-11-06|100.000000|null",
        "AAA|2024-11-07|110.000000|0.10000000");
  }

  @Test
  void leavesOutWhatIsOlderThanTheLookBack(TestPipeline pipeline) {
    tells(
        pipeline,
        Create.of(
                price("AAA", "2023-01-01", "100", version(0, 1)),
                price("AAA", "2024-01-06", "110", version(0, 2)),
                price("BBB", "2023-01-01", "100", version(0, 1)),
                price("BBB", "2024-01-07", "110", version(0, 2)))
            .withCoder(Prices.CODER),
        "AAA|2023-01-01|100.000000|null",
        "AAA|2024-01-06|110.000000|0.10000000",
        "BBB|2023-01-01|100.000000|null",
        "BBB|2024-01-07|110.000000|null");
  }

  @Test
  void tellsThatARowIsGoneWithItsPrice(TestPipeline pipeline) {
    tells(
        pipeline,
        Create.of(deleted("AAA", "2024-01-02", version(1, 0)), MONDAY, TUESDAY, WEDNESDAY)
            .withCoder(Prices.CODER),
        "-AAA|2024-01-02|null|null",
        "AAA|2024-01-01|100.000000|null",
        "AAA|2024-01-03|99.000000|-0.01000000");
  }

  @Test
  void tellsAStreamsRowsOnceForAllThatCameWithinAMoment(TestPipeline pipeline) {
    tells(
        pipeline,
        stream()
            .addElements(stamped(WEDNESDAY), stamped(MONDAY), stamped(TUESDAY))
            .advanceProcessingTime(seconds(2))
            .advanceWatermarkToInfinity(),
        "AAA|2024-01-01|100.000000|null",
        "AAA|2024-01-02|110.000000|0.10000000",
        "AAA|2024-01-03|99.000000|-0.10000000");
  }

  @Test
  void tellsAgainOnlyWhatALatePriceChanges(TestPipeline pipeline) {
    tells(
        pipeline,
        stream()
            .addElements(stamped(MONDAY), stamped(WEDNESDAY))
            .advanceProcessingTime(seconds(2))
            .advanceWatermarkTo(moment("2024-06-30"))
            .addElements(stamped(TUESDAY))
            .advanceProcessingTime(seconds(2))
            .advanceWatermarkToInfinity(),
        "AAA|2024-01-01|100.000000|null",
        "AAA|2024-01-03|99.000000|-0.01000000",
        "AAA|2024-01-02|110.000000|0.10000000",
        "AAA|2024-01-03|99.000000|-0.10000000");
  }

  @Test
  void aCorrectedPriceCorrectsWhatLooksBackOnIt(TestPipeline pipeline) {
    tells(
        pipeline,
        stream()
            .addElements(stamped(MONDAY), stamped(TUESDAY))
            .advanceProcessingTime(seconds(2))
            .addElements(stamped(price("AAA", "2024-01-01", "88", version(5, 0))))
            .advanceProcessingTime(seconds(2))
            .advanceWatermarkToInfinity(),
        "AAA|2024-01-01|100.000000|null",
        "AAA|2024-01-02|110.000000|0.10000000",
        "AAA|2024-01-01|88.000000|null",
        "AAA|2024-01-02|110.000000|0.25000000");
  }

  @Test
  void whatIsNoNewsIsNotTold(TestPipeline pipeline) {
    tells(
        pipeline,
        stream()
            .addElements(stamped(MONDAY))
            .advanceProcessingTime(seconds(2))
            .addElements(stamped(MONDAY), stamped(price("AAA", "2024-01-01", "1", version(-5, 0))))
            .advanceProcessingTime(seconds(2))
            .advanceWatermarkToInfinity(),
        "AAA|2024-01-01|100.000000|null");
  }

  /** Nobody waits for the clock of a stream that has ended. */
  @Test
  void tellsTheRestWhenTheStreamEnds(TestPipeline pipeline) {
    tells(
        pipeline,
        stream().addElements(stamped(MONDAY)).advanceWatermarkToInfinity(),
        "AAA|2024-01-01|100.000000|null");
  }

  @Test
  void leavesOutWhatComesTooLate(TestPipeline pipeline) {
    org.joda.time.Instant now = moment("2025-01-07"); // 371 days after the Tuesday

    tells(
        pipeline,
        stream()
            .advanceWatermarkTo(now)
            .addElements(TimestampedValue.of(MONDAY, now), TimestampedValue.of(TUESDAY, now))
            .advanceWatermarkToInfinity(),
        "AAA|2024-01-02|110.000000|null");
  }

  /** When no price can be about a term any more, what it held is forgotten. */
  @Test
  void forgetsATermThatIsOver(TestPipeline pipeline) {
    PriceWindows windows = new PriceWindows(0, Duration.ofSeconds(1), Duration.ofDays(1));

    PAssert.that(
            pipeline
                .apply(
                    stream()
                        .addElements(stamped(MONDAY))
                        .advanceWatermarkTo(
                            Term.of(19_723).over(Duration.ofDays(1)).plus(seconds(1)))
                        .addElements(stamped(TUESDAY))
                        .advanceWatermarkToInfinity())
                .apply(ComputeSignals.in(windows)))
        .satisfies(
            told ->
                checkTold(
                    told,
                    List.of("AAA|2024-01-01|100.000000|null", "AAA|2024-01-02|110.000000|null")));
    pipeline.run().waitUntilFinish();
  }

  private static TestStream.Builder<VersionedRecord> stream() {
    return TestStream.create(Prices.CODER);
  }

  private static org.joda.time.Duration seconds(long count) {
    return org.joda.time.Duration.standardSeconds(count);
  }

  private static void tells(
      TestPipeline pipeline,
      PTransform<PBegin, PCollection<VersionedRecord>> prices,
      String... rows) {
    List<String> expected = List.of(rows);
    PAssert.that(pipeline.apply(prices).apply(SIGNALS))
        .satisfies(told -> checkTold(told, expected));
    pipeline.run().waitUntilFinish();
  }

  private static Void checkTold(Iterable<VersionedRecord> told, List<String> expected) {
    Assertions.assertThat(Kept.told(told, COLUMNS)).containsExactlyInAnyOrderElementsOf(expected);
    return null;
  }
}
