package io.cloudpulse.transforms.activity;

import io.cloudpulse.transforms.VersionedRecord;
import io.cloudpulse.transforms.VersionedRecordCoder;
import io.cloudpulse.transforms.likelihood.Example;
import io.cloudpulse.transforms.likelihood.FeatureSchema;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.SimpleFunction;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/**
 * The examples that a model can be fitted to: of each moment of each session of events, by the
 * transform whose moments are scored later; of each visit. Bounded.
 *
 * @param schema of their features
 * @param make takes records of the dataset, gives records of {@link Example#dataset}
 */
public record ActivityExamples(
    FeatureSchema schema,
    PTransform<PCollection<VersionedRecord>, PCollection<VersionedRecord>> make) {
  /** What examples can be made of. */
  public static final List<String> DATASETS = List.of("activity.events", "activity.sessions");

  /** Those of a dataset; empty if none are made of it. */
  public static Optional<ActivityExamples> of(String dataset, Duration sessionGap) {
    return switch (dataset) {
      case "activity.events" -> Optional.of(ofEvents(ActivityWindows.withGap(sessionGap)));
      case "activity.sessions" ->
          Optional.of(
              new ActivityExamples(
                  VisitFeatures.schema(),
                  MakeExamples.by(new OfVisitFn(), VisitFeatures.schema())));
      default -> Optional.empty();
    };
  }

  private static ActivityExamples ofEvents(ActivityWindows windows) {
    FeatureSchema schema = SessionFeatures.schema(windows.sessionGap());
    return new ActivityExamples(schema, new OfEvents(windows, schema));
  }

  private static final class OfEvents
      extends PTransform<PCollection<VersionedRecord>, PCollection<VersionedRecord>> {
    private static final long serialVersionUID = 1;

    private final ActivityWindows windows;
    private final FeatureSchema schema;

    OfEvents(ActivityWindows windows, FeatureSchema schema) {
      this.windows = windows;
      this.schema = schema;
    }

    @Override
    public PCollection<VersionedRecord> expand(PCollection<VersionedRecord> events) {
      return events
          .apply("Observe sessions", ObserveSessions.moments(windows))
          .apply(MakeExamples.by(new OfMomentFn(), schema));
    }
  }

  private static final class MakeExamples<T>
      extends PTransform<PCollection<T>, PCollection<VersionedRecord>> {
    private static final long serialVersionUID = 1;

    private final SimpleFunction<T, VersionedRecord> maker;
    private final FeatureSchema schema;

    private MakeExamples(SimpleFunction<T, VersionedRecord> maker, FeatureSchema schema) {
      this.maker = maker;
      this.schema = schema;
    }

    static <T> MakeExamples<T> by(SimpleFunction<T, VersionedRecord> maker, FeatureSchema schema) {
      return new MakeExamples<>(maker, schema);
    }

    @Override
    public PCollection<VersionedRecord> expand(PCollection<T> known) {
      return known
          .apply("Make examples", MapElements.via(maker))
          .setCoder(VersionedRecordCoder.of(Example.dataset(schema)));
    }
  }

  private static final class OfMomentFn extends SimpleFunction<KV<Long, Moment>, VersionedRecord> {
    private static final long serialVersionUID = 1;

    @Override
    public VersionedRecord apply(KV<Long, Moment> observed) {
      SessionFacts facts = observed.getValue().facts();
      return row(
          new Example(
              observed.getKey() + "@" + facts.firstMicros(),
              facts.lastMicros(),
              observed.getValue().buysLater(),
              SessionFeatures.of(facts)));
    }
  }

  private static final class OfVisitFn extends SimpleFunction<VersionedRecord, VersionedRecord> {
    private static final long serialVersionUID = 1;

    private final VisitFeatures features = new VisitFeatures();

    @Override
    public VersionedRecord apply(VersionedRecord visit) {
      Object[] values = visit.values();
      long number = (Long) values[values.length - 1];
      return row(
          new Example(
              values[values.length - 2] + "#" + number,
              number,
              features.bought(values),
              features.of(values)));
    }
  }

  private static VersionedRecord row(Example example) {
    return ComputedRow.at(0, example.values());
  }
}
