package io.cloudpulse.transforms.activity;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.activity.ActivityDatasets;
import io.cloudpulse.schemas.activity.Prediction;
import io.cloudpulse.transforms.Version;
import io.cloudpulse.transforms.VersionedRecord;
import io.cloudpulse.transforms.VersionedRecordCoder;
import io.cloudpulse.transforms.likelihood.Model;
import io.cloudpulse.transforms.likelihood.ModelChoice;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;

/**
 * Says how likely each session goes on to a purchase. A row is a function of the session's distinct
 * events and of the model; there is one for each user, and the newest session's wins ({@link
 * Version#ofPrediction}). Of a stream, each event tells anew.
 */
public final class PredictPurchases
    extends PTransform<PCollection<VersionedRecord>, PCollection<VersionedRecord>> {
  private static final long serialVersionUID = 1;

  /** The rows it makes. */
  public static final Dataset DATASET = ActivityDatasets.PREDICTIONS;

  private final ActivityWindows windows;
  private final ModelChoice choice;

  private PredictPurchases(ActivityWindows windows, ModelChoice choice) {
    this.windows = windows;
    this.choice = choice;
  }

  /** Asks a model that was fitted for {@link SessionFeatures} of the same gap. */
  public static PredictPurchases by(ModelChoice choice, ActivityWindows windows) {
    return new PredictPurchases(windows, choice);
  }

  @Override
  public PCollection<VersionedRecord> expand(PCollection<VersionedRecord> events) {
    return events
        .apply("Observe sessions", ObserveSessions.ends(windows))
        .apply("Ask the model", ParDo.of(new AskModelFn(choice)))
        .setCoder(VersionedRecordCoder.of(DATASET));
  }

  static VersionedRecord row(long user, SessionFacts facts, Model model) {
    Prediction prediction =
        Prediction.builder()
            .setUserId(user)
            .setSessionStart(facts.first())
            .setEventTime(facts.last())
            .setEvents(facts.events())
            .setViews(facts.views())
            .setCarts(facts.carts())
            .setPurchases(facts.purchases())
            .setProducts(facts.products().size())
            .setSessionSeconds(facts.seconds())
            .setLikelihood(model.likelihood(SessionFeatures.of(facts)))
            .setModel(model.id())
            .build();
    long version = Version.ofPrediction(facts.last(), facts.events(), model.number());
    return ComputedRow.at(version, prediction.values());
  }
}
