package io.cloudpulse.pipelines.preflight;

import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.beam.sdk.transforms.windowing.AfterPane;
import org.apache.beam.sdk.transforms.windowing.AfterProcessingTime;
import org.apache.beam.sdk.transforms.windowing.AfterSynchronizedProcessingTime;
import org.apache.beam.sdk.transforms.windowing.AfterWatermark.AfterWatermarkEarlyAndLate;
import org.apache.beam.sdk.transforms.windowing.DefaultTrigger;
import org.apache.beam.sdk.transforms.windowing.Trigger;
import org.apache.beam.sdk.transforms.windowing.Window;
import org.apache.beam.sdk.values.WindowingStrategy;
import org.joda.time.Duration;

/** What grouping in windows asks for. */
final class WindowNeeds {
  private final Set<Requirement> needs = new LinkedHashSet<>();

  private WindowNeeds() {}

  static Set<Requirement> of(WindowingStrategy<?, ?> windows) {
    WindowNeeds found = new WindowNeeds();
    if (!windows.getWindowFn().isNonMerging()) {
      found.add(Capability.MERGING_WINDOWS, windows.getWindowFn().getClass().getSimpleName());
    }
    found.firings(windows.getTrigger());
    found.panes(windows);
    return found.needs;
  }

  private void firings(Trigger trigger) {
    if (trigger instanceof AfterWatermarkEarlyAndLate watermark) {
      firing(Capability.EARLY_FIRINGS, watermark.getEarlyTrigger());
      firing(Capability.LATE_FIRINGS, watermark.getLateTrigger());
      return;
    }
    if (trigger instanceof AfterProcessingTime
        || trigger instanceof AfterSynchronizedProcessingTime) {
      add(Capability.PROCESSING_TIME_TRIGGERS, trigger.toString());
    }
    if (trigger instanceof AfterPane) {
      add(Capability.ELEMENT_COUNT_TRIGGERS, trigger.toString());
    }
    trigger.subTriggers().forEach(this::firings);
  }

  private void firing(Capability when, Trigger trigger) {
    if (trigger != null) {
      add(when, trigger.toString());
      firings(trigger);
    }
  }

  private void panes(WindowingStrategy<?, ?> windows) {
    boolean isLate = windows.getAllowedLateness().isLongerThan(Duration.ZERO);
    boolean isOnce = windows.getTrigger() instanceof DefaultTrigger && !isLate;
    switch (windows.getMode()) {
      case ACCUMULATING_FIRED_PANES -> add(Capability.ACCUMULATING_PANES, "");
      case RETRACTING_FIRED_PANES -> add(Capability.RETRACTING_PANES, "");
      case DISCARDING_FIRED_PANES -> {
        if (!isOnce) {
          add(Capability.DISCARDING_PANES, "");
        }
      }
    }
    if (isLate) {
      add(Capability.ALLOWED_LATENESS, windows.getAllowedLateness().toString());
    }
    if (windows.getOnTimeBehavior() == Window.OnTimeBehavior.FIRE_IF_NON_EMPTY) {
      add(Capability.ON_TIME_IF_NON_EMPTY, "");
    }
    if (windows.getClosingBehavior() == Window.ClosingBehavior.FIRE_ALWAYS) {
      add(Capability.EMPTY_FINAL_PANE, "");
    }
  }

  private void add(Capability capability, String detail) {
    needs.add(new Requirement(capability, detail));
  }
}
