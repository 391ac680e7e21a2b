package io.cloudpulse.pipelines.preflight;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.beam.sdk.state.TimeDomain;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.reflect.DoFnSignature;
import org.apache.beam.sdk.transforms.reflect.DoFnSignature.OnTimerFamilyMethod;
import org.apache.beam.sdk.transforms.reflect.DoFnSignature.OnTimerMethod;
import org.apache.beam.sdk.transforms.reflect.DoFnSignature.TimerDeclaration;
import org.apache.beam.sdk.transforms.reflect.DoFnSignature.TimerFamilyDeclaration;
import org.apache.beam.sdk.transforms.reflect.DoFnSignatures;
import org.apache.beam.sdk.values.PCollection;

/** What a DoFn declares: every state and every timer, not the first alone. */
final class DoFnNeeds {
  private final DoFn<?, ?> fn;
  private final DoFnSignature signature;
  private final Set<Requirement> needs = new LinkedHashSet<>();

  private DoFnNeeds(DoFn<?, ?> fn) {
    this.fn = fn;
    this.signature = DoFnSignatures.signatureForDoFn(fn);
  }

  static Set<Requirement> of(DoFn<?, ?> fn) {
    DoFnNeeds found = new DoFnNeeds(fn);
    found.splitting();
    found.states();
    found.timers();
    found.input();
    return found.needs;
  }

  private void splitting() {
    if (signature.processElement().isSplittable()) {
      boolean isBounded = signature.isBoundedPerElement() == PCollection.IsBounded.BOUNDED;
      add(isBounded ? Capability.BOUNDED_SPLITTABLE : Capability.UNBOUNDED_SPLITTABLE, "");
    }
  }

  private void states() {
    signature
        .stateDeclarations()
        .values()
        .forEach(
            state ->
                add(
                    DoFnSignatures.getStateSpecOrThrow(state, fn).match(new StateKind()),
                    "state \"" + state.id() + "\""));
  }

  private void timers() {
    for (TimerDeclaration timer : signature.timerDeclarations().values()) {
      TimeDomain time = DoFnSignatures.getTimerSpecOrThrow(timer, fn).getTimeDomain();
      timer(time, "timer", timer.id().substring(TimerDeclaration.PREFIX.length()));
    }
    for (TimerFamilyDeclaration timers : signature.timerFamilyDeclarations().values()) {
      String id = timers.id().substring(TimerFamilyDeclaration.PREFIX.length());
      TimeDomain time = DoFnSignatures.getTimerFamilySpecOrThrow(timers, fn).getTimeDomain();
      timer(time, "timer family", id);
      add(Capability.TIMER_FAMILIES, "\"" + id + "\"");
    }
    if (signature.onWindowExpiration() != null) {
      add(Capability.ON_WINDOW_EXPIRATION, "");
    }
  }

  private void timer(TimeDomain time, String what, String id) {
    boolean isEventTime = time == TimeDomain.EVENT_TIME;
    add(
        isEventTime ? Capability.EVENT_TIME_TIMERS : Capability.PROCESSING_TIME_TIMERS,
        what + " \"" + id + "\"");
  }

  private void input() {
    if (isStableInputRequired()) {
      add(Capability.STABLE_INPUT, "");
    }
    if (signature.processElement().requiresTimeSortedInput()) {
      add(Capability.TIME_SORTED_INPUT, "");
    }
    if (DoFnSignatures.usesBundleFinalizer(fn)) {
      add(Capability.BUNDLE_FINALIZATION, "");
    }
  }

  private boolean isStableInputRequired() {
    boolean isExpiring =
        signature.onWindowExpiration() != null
            && signature.onWindowExpiration().requiresStableInput();
    return signature.processElement().requiresStableInput()
        || isExpiring
        || Stream.concat(
                signature.onTimerMethods().values().stream()
                    .map(OnTimerMethod::requiresStableInput),
                signature.onTimerFamilyMethods().values().stream()
                    .map(OnTimerFamilyMethod::requiresStableInput))
            .anyMatch(required -> required);
  }

  private void add(Capability capability, String detail) {
    needs.add(new Requirement(capability, detail));
  }
}
