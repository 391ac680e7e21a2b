package io.cloudpulse.transforms.stocks;

import io.cloudpulse.transforms.VersionedRecord;
import java.time.Duration;
import java.util.Optional;
import org.apache.beam.sdk.state.StateSpec;
import org.apache.beam.sdk.state.StateSpecs;
import org.apache.beam.sdk.state.TimeDomain;
import org.apache.beam.sdk.state.Timer;
import org.apache.beam.sdk.state.TimerSpec;
import org.apache.beam.sdk.state.TimerSpecs;
import org.apache.beam.sdk.state.ValueState;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;

/**
 * Follows a stream's prices, by share and term, in the global window: the state of Beam's own
 * windows holds the watermark back until it is dropped. What news changes is told once for all that
 * came within a moment: prices that are loaded newest first would each change a year of rows.
 */
final class FollowPricesFn extends DoFn<KV<KV<String, Long>, Price>, VersionedRecord> {
  private static final long serialVersionUID = 1;

  private final SignalRows rows;
  private final Duration earlyFirings;
  private final Duration allowedLateness;

  @StateId("term")
  private final StateSpec<ValueState<OpenTerm>> termSpec = StateSpecs.value(new OpenTermCoder());

  @TimerId("soon")
  private final TimerSpec soonSpec = TimerSpecs.timer(TimeDomain.PROCESSING_TIME);

  @TimerId("over")
  private final TimerSpec overSpec = TimerSpecs.timer(TimeDomain.EVENT_TIME);

  FollowPricesFn(PriceWindows windows) {
    this.rows = new SignalRows(windows.generation());
    this.earlyFirings = windows.earlyFirings();
    this.allowedLateness = windows.allowedLateness();
  }

  @ProcessElement
  public void follow(
      @Element KV<KV<String, Long>, Price> about,
      @StateId("term") ValueState<OpenTerm> state,
      @TimerId("soon") Timer soon,
      @TimerId("over") Timer over) {
    OpenTerm known = state.read();
    OpenTerm before = known == null ? OpenTerm.of(new PriceSet()) : known;
    if (known == null) {
      over.set(new Term(about.getKey().getValue()).over(allowedLateness));
    }
    Optional<OpenTerm> now = before.with(about.getValue());
    now.ifPresent(state::write);
    if (now.isPresent() && !before.hasNews()) {
      soon.offset(org.joda.time.Duration.millis(earlyFirings.toMillis())).setRelative();
    }
  }

  @OnTimer("soon")
  public void tell(
      @Key KV<String, Long> key,
      @StateId("term") ValueState<OpenTerm> state,
      OutputReceiver<VersionedRecord> out) {
    OpenTerm open = state.read();
    if (open != null) {
      tell(key, open, out);
      state.write(OpenTerm.of(open.prices()));
    }
  }

  @OnTimer("over")
  public void forget(
      @Key KV<String, Long> key,
      @StateId("term") ValueState<OpenTerm> state,
      OutputReceiver<VersionedRecord> out) {
    OpenTerm open = state.read();
    if (open != null) {
      tell(key, open, out);
      state.clear();
    }
  }

  private void tell(KV<String, Long> key, OpenTerm open, OutputReceiver<VersionedRecord> out) {
    Term term = new Term(key.getValue());
    long first = Math.max(term.first(), open.untold());
    long last = Math.min(term.last(), open.until());
    if (first <= last) {
      rows.tell(key.getKey(), open.prices(), first, last, out::output);
    }
  }
}
