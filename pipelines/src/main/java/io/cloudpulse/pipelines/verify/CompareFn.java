package io.cloudpulse.pipelines.verify;

import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.KV;

/** Judges each key, and tells of a bundle what its keys came to. */
final class CompareFn extends DoFn<KV<List<String>, Iterable<Sighting>>, Comparison> {
  private static final long serialVersionUID = 1;

  private transient Comparison bundle;

  @StartBundle
  public void startBundle() {
    bundle = new Comparison();
  }

  @ProcessElement
  public void compare(@Element KV<List<String>, Iterable<Sighting>> key) {
    KeySightings sightings = KeySightings.of(key.getValue());
    bundle.add(sightings.verdict(), key.getKey(), sightings.expected());
  }

  @FinishBundle
  public void finishBundle(FinishBundleContext context) {
    context.output(bundle, GlobalWindow.INSTANCE.maxTimestamp(), GlobalWindow.INSTANCE);
  }
}
