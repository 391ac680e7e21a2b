package io.cloudpulse.transforms.activity;

import io.cloudpulse.transforms.VersionedRecord;
import java.time.Duration;
import org.apache.beam.sdk.state.StateSpec;
import org.apache.beam.sdk.state.StateSpecs;
import org.apache.beam.sdk.state.TimeDomain;
import org.apache.beam.sdk.state.Timer;
import org.apache.beam.sdk.state.TimerSpec;
import org.apache.beam.sdk.state.TimerSpecs;
import org.apache.beam.sdk.state.ValueState;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.joda.time.Instant;

/**
 * Lets the first of equal events through. Of keys that are a part of a minute, in the global
 * window: the state of Beam's own windows holds the watermark back until it is dropped.
 */
final class KeepFirstFn extends DoFn<KV<Long, VersionedRecord>, VersionedRecord> {
  private static final long serialVersionUID = 1;

  private final EventFields fields = EventFields.shipped();
  private final long allowed;

  @StateId("seen")
  private final StateSpec<ValueState<SeenHashes>> seenSpec =
      StateSpecs.value(new SeenHashesCoder());

  @TimerId("over")
  private final TimerSpec overSpec = TimerSpecs.timer(TimeDomain.EVENT_TIME);

  KeepFirstFn(Duration allowed) {
    this.allowed = allowed.toMillis();
  }

  @ProcessElement
  public void keep(
      @Element KV<Long, VersionedRecord> event,
      @StateId("seen") ValueState<SeenHashes> state,
      @TimerId("over") Timer over,
      OutputReceiver<VersionedRecord> out) {
    SeenHashes known = state.read();
    if (known == null) {
      long minute = Math.floorDiv(event.getKey(), KeepDistinctEvents.PARTS);
      over.set(Instant.ofEpochMilli((minute + 1) * KeepDistinctEvents.MINUTE + allowed));
    }
    SeenHashes seen = known == null ? new SeenHashes() : known;
    if (seen.add(fields.contentHash(event.getValue().values()))) {
      state.write(seen);
      out.output(event.getValue());
    }
  }

  @OnTimer("over")
  public void forget(@StateId("seen") ValueState<SeenHashes> state) {
    state.clear();
  }
}
