package io.cloudpulse.transforms.activity;

import static io.cloudpulse.transforms.activity.Aggregating.WINDOWS;
import static io.cloudpulse.transforms.activity.Aggregating.stream;
import static io.cloudpulse.transforms.activity.Aggregating.tells;
import static io.cloudpulse.transforms.activity.Events.event;
import static io.cloudpulse.transforms.activity.Events.moment;
import static io.cloudpulse.transforms.activity.Events.stamped;
import static io.cloudpulse.transforms.activity.Events.stampedAt;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.transforms.Version;
import io.cloudpulse.transforms.VersionedRecord;
import io.cloudpulse.transforms.likelihood.FeatureSchema;
import io.cloudpulse.transforms.likelihood.Model;
import io.cloudpulse.transforms.likelihood.ModelChoice;
import io.cloudpulse.transforms.likelihood.ModelFolder;
import io.cloudpulse.transforms.likelihood.SomeModels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestPipelineExtension;
import org.apache.beam.sdk.testing.TestStream;
import org.apache.beam.sdk.transforms.Create;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The model says 0.25 of one event, 0.75 of more: it compares ln(1 + events) with 1. */
@ExtendWith(TestPipelineExtension.class)
class PredictPurchasesTest {
  private static final FeatureSchema SCHEMA = SessionFeatures.schema(WINDOWS.sessionGap());
  private static final VersionedRecord LOOKS = event(1, "12:00:00", "view", "5.00", 3L);
  private static final VersionedRecord WANTS = event(1, "12:00:10.5", "cart", "5.00", 3L);
  private static final VersionedRecord BUYS = event(1, "12:01:00", "purchase", "5.00", 3L);
  private static final VersionedRecord BACK = event(1, "13:00:00", "view", "5.00", 4L);

  @TempDir Path temp;
  private PredictPurchases predict;
  private Model model;

  @BeforeEach
  void publishAModel() throws Exception {
    ModelFolder folder = ModelFolder.at(temp.toString());
    model = SomeModels.of(7, SCHEMA, 0.25, 0.75);
    folder.publish(model);
    predict = PredictPurchases.by(ModelChoice.now(folder, SCHEMA), WINDOWS);
  }

  @Test
  void tellsTheEndOfEachSessionOfABatch(TestPipeline pipeline) {
    tells(
        pipeline,
        Create.of(BUYS, BACK, LOOKS, WANTS, LOOKS).withCoder(Events.CODER),
        predict,
        row("12:00:00", "12:01:00", "3|1|1|1|1|60.0|" + likelihood(3)) + version("12:01:00", 3),
        row("13:00:00", "13:00:00", "1|1|0|0|1|0.0|" + likelihood(1)) + version("13:00:00", 1));
  }

  @Test
  void tellsAnewOnEachEventOfAStream(TestPipeline pipeline) {
    TestStream<VersionedRecord> events =
        stream()
            .addElements(stamped(LOOKS))
            .advanceWatermarkTo(moment("12:00:05"))
            .addElements(stamped(BUYS))
            .advanceWatermarkTo(moment("12:01:00"))
            .addElements(stampedAt("12:01:00", WANTS), stampedAt("12:01:00", LOOKS))
            .advanceWatermarkToInfinity();

    tells(
        pipeline,
        events,
        predict,
        row("12:00:00", "12:00:00", "1|1|0|0|1|0.0|" + likelihood(1)) + version("12:00:00", 1),
        row("12:00:00", "12:01:00", "2|1|0|1|1|60.0|" + likelihood(2)) + version("12:01:00", 2),
        row("12:00:00", "12:01:00", "3|1|1|1|1|60.0|" + likelihood(3)) + version("12:01:00", 3));
  }

  /** Of one user, so that most rows replace others. */
  @Test
  void anyOrderLeavesTheSameRow(TestPipeline pipeline) {
    List<VersionedRecord> events = new ArrayList<>();
    Random random = new Random(4);
    for (int i = 0; i < 60; i++) {
      String time = "1%d:%02d:%02d.%d".formatted(random.nextInt(3), random.nextInt(60), i, i % 2);
      events.add(event(1, time, i % 9 == 0 ? "purchase" : "view", "2.50", (long) (i % 5)));
    }
    List<VersionedRecord> shuffled = new ArrayList<>(events);
    shuffled.addAll(events);
    Collections.shuffle(shuffled, random);
    TestStream.Builder<VersionedRecord> stream = stream();
    for (VersionedRecord event : shuffled) {
      stream = stream.addElements(stamped(event));
    }
    List<String> expected = rowsOfBatch(events);

    Aggregating.check(
        pipeline
            .apply(stream.advanceWatermarkToInfinity())
            .apply(ActivityAggregates.distinct(WINDOWS))
            .apply(predict),
        rows -> {
          assertThat(Table.of(PredictPurchases.DATASET, rows).rows()).isEqualTo(expected);
          return null;
        });

    pipeline.run().waitUntilFinish();
  }

  /** By hand: the newest session, as far back as its events are less than the gap apart. */
  private List<String> rowsOfBatch(List<VersionedRecord> events) {
    List<VersionedRecord> sorted = new ArrayList<>(events);
    sorted.sort(java.util.Comparator.comparing(Events::timeOf));
    int start = sorted.size() - 1;
    while (start > 0
        && Events.timeOf(sorted.get(start - 1))
            .plus(WINDOWS.sessionGap())
            .isAfter(Events.timeOf(sorted.get(start)))) {
      start--;
    }
    List<VersionedRecord> session = sorted.subList(start, sorted.size());
    return Table.of(
            PredictPurchases.DATASET,
            List.of(PredictPurchases.row(1, SessionFactsTest.facts(session), model)))
        .rows();
  }

  private static double likelihood(int events) {
    return events > 1 ? 0.75 : 0.25;
  }

  private String row(String start, String last, String numbers) {
    return "1|%s|%s|%s|%s".formatted(Events.at(start), Events.at(last), numbers, model.id());
  }

  private static String version(String last, int events) {
    return " v" + Version.ofPrediction(Events.at(last), events, 7);
  }
}
