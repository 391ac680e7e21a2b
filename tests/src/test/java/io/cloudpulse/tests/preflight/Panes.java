package io.cloudpulse.tests.preflight;

import io.cloudpulse.tests.preflight.Probe.Input;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.windowing.PaneInfo;
import org.apache.beam.sdk.transforms.windowing.Window;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/**
 * Groups in windows and says of each pane what it holds, its sum, and when it fired: {@code holds
 * 1}, {@code holds 2}, {@code 3} and {@code EARLY 3}.
 */
record Panes(Window<KV<String, Integer>> windows) implements Probe.Graph {
  @Override
  public PCollection<String> apply(Input input) {
    return input
        .records()
        .apply("Cut windows", windows)
        .apply("Group", GroupByKey.create())
        .apply("Tell panes", ParDo.of(new TellFn()));
  }

  static final class TellFn extends DoFn<KV<String, Iterable<Integer>>, String> {
    @ProcessElement
    public void tell(
        @Element KV<String, Iterable<Integer>> group, PaneInfo pane, OutputReceiver<String> out) {
      int sum = 0;
      for (int value : group.getValue()) {
        sum += value;
        out.output("holds " + value);
      }
      out.output(String.valueOf(sum));
      out.output(pane.getTiming() + " " + sum);
    }
  }
}
