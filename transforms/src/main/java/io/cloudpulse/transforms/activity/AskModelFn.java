package io.cloudpulse.transforms.activity;

import io.cloudpulse.transforms.VersionedRecord;
import io.cloudpulse.transforms.likelihood.ModelChoice;
import io.cloudpulse.transforms.likelihood.ModelInUse;
import java.io.IOException;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;

/** Makes the row of a session's moment. All of a bundle is asked of one model. */
final class AskModelFn extends DoFn<KV<Long, Moment>, VersionedRecord> {
  private static final long serialVersionUID = 1;

  private final ModelChoice choice;
  private transient ModelInUse model;

  AskModelFn(ModelChoice choice) {
    this.choice = choice;
  }

  @Setup
  public void setup() throws IOException {
    model = choice.open();
  }

  @StartBundle
  public void startBundle() {
    model.look();
  }

  @ProcessElement
  public void ask(@Element KV<Long, Moment> session, OutputReceiver<VersionedRecord> out) {
    out.output(PredictPurchases.row(session.getKey(), session.getValue().facts(), model.model()));
  }
}
