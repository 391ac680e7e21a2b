package io.cloudpulse.bench;

import io.cloudpulse.pipelines.flags.RunnerProfile;
import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.file.Datasets;
import io.cloudpulse.transforms.Aggregate;
import io.cloudpulse.transforms.VersionedRecord;
import io.cloudpulse.transforms.VersionedRecordCoder;
import io.cloudpulse.transforms.activity.ActivityAggregates;
import io.cloudpulse.transforms.activity.ActivityWindows;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;

/**
 * What each aggregate costs as a batch on embedded Flink: made events of one day and 100,000 users,
 * counted. {@code AggregateBench OPTIONS ROWS PASSES}
 */
final class AggregateBench {
  private static final Dataset EVENTS = Datasets.named("activity.events");
  private static final int BLOCKS = 20;
  private static final AtomicLong ROWS = new AtomicLong();

  private AggregateBench() {}

  public static void main(String[] args) throws Exception {
    System.setProperty(RunnerProfile.FOLDER, args[0]);
    RunnerProfile flink = RunnerProfile.named("flink");
    String[] options = flink.forBeam(flink.options());
    int rows = Integer.parseInt(args[1]);
    StageClock clock = new StageClock(1, Integer.parseInt(args[2]));
    System.out.println(clock.time("make events", () -> run(options, rows, null)));
    for (Aggregate aggregate : ActivityAggregates.in(ActivityWindows.ofGeneration(0))) {
      Stage stage = () -> run(options, rows, aggregate.compute());
      System.out.println(clock.time(aggregate.name(), stage));
    }
    System.exit(0); // Flink leaves threads behind.
  }

  private static long run(
      String[] options,
      int rows,
      PTransform<PCollection<VersionedRecord>, PCollection<VersionedRecord>> aggregate) {
    ROWS.set(0);
    Pipeline pipeline = Pipeline.create(PipelineOptionsFactory.fromArgs(options).create());
    List<Integer> blocks = java.util.stream.IntStream.range(0, BLOCKS).boxed().toList();
    PCollection<VersionedRecord> events =
        pipeline
            .apply("List blocks", Create.of(blocks))
            .apply("Make events", ParDo.of(new MakeEventsFn(rows / BLOCKS)))
            .setCoder(VersionedRecordCoder.of(EVENTS));
    (aggregate == null ? events : events.apply("Aggregate", aggregate))
        .apply("Count rows", ParDo.of(new CountRowsFn()));
    pipeline.run().waitUntilFinish();
    return ROWS.get();
  }

  private static final class MakeEventsFn extends DoFn<Integer, VersionedRecord> {
    private static final long serialVersionUID = 1;
    private static final int SECONDS = 86_400;

    private final int events;

    MakeEventsFn(int events) {
      this.events = events;
    }

    @ProcessElement
    public void make(@Element Integer block, OutputReceiver<VersionedRecord> out) {
      SplittableRandom random = new SplittableRandom(block);
      for (int i = 0; i < events; i++) {
        out.output(new VersionedRecord("made:0-1", 1, 0, 1, values(random), new byte[0]));
      }
    }

    private static Object[] values(SplittableRandom random) {
      Object[] values = new Object[EVENTS.fields().size() + 1];
      int dice = random.nextInt(100);
      values[0] = (long) random.nextInt(100_000);
      values[EVENTS.indexOf("action")] = dice < 94 ? "view" : dice < 97 ? "cart" : "purchase";
      values[EVENTS.indexOf("price")] = BigDecimal.valueOf(random.nextInt(100_000), 2);
      values[EVENTS.indexOf("event_time")] =
          Instant.ofEpochSecond(1_700_000_000L / SECONDS * SECONDS + random.nextInt(SECONDS));
      values[values.length - 1] = "%016x%016x".formatted(random.nextLong(), random.nextLong());
      return values;
    }
  }

  private static final class CountRowsFn extends DoFn<VersionedRecord, Void> {
    private static final long serialVersionUID = 1;

    @ProcessElement
    public void count() {
      ROWS.incrementAndGet();
    }
  }
}
