package io.cloudpulse.pipelines.verify;

import java.util.Iterator;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.join.CoGbkResult;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.TupleTag;

/** Judges each key, and tells of a bundle what its keys came to. */
final class CompareFn extends DoFn<KV<List<String>, CoGbkResult>, Comparison> {
  private static final long serialVersionUID = 1;
  static final TupleTag<ExpectedRow> EXPECTED = new TupleTag<>("expected") {};
  static final TupleTag<byte[]> FOUND = new TupleTag<>("found") {};

  private transient Comparison bundle;

  @StartBundle
  public void startBundle() {
    bundle = new Comparison();
  }

  @ProcessElement
  public void compare(@Element KV<List<String>, CoGbkResult> sides) {
    ExpectedRow taken = null;
    ExpectedRow refused = null;
    for (ExpectedRow row : sides.getValue().getAll(EXPECTED)) {
      if (row.refused()) {
        refused = newer(refused, row);
      } else {
        taken = newer(taken, row);
      }
    }
    Iterator<byte[]> found = sides.getValue().getAll(FOUND).iterator();
    Verdict verdict =
        found.hasNext() ? Verdict.ofFound(found.next(), taken, refused) : Verdict.ofAbsent(taken);
    bundle.add(verdict, sides.getKey(), taken);
  }

  private static ExpectedRow newer(ExpectedRow known, ExpectedRow row) {
    return known == null || row.version() > known.version() ? row : known;
  }

  @FinishBundle
  public void finishBundle(FinishBundleContext context) {
    context.output(bundle, GlobalWindow.INSTANCE.maxTimestamp(), GlobalWindow.INSTANCE);
  }
}
