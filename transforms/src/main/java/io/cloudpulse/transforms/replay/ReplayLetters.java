package io.cloudpulse.transforms.replay;

import io.cloudpulse.transforms.ListedWork;
import io.cloudpulse.transforms.ReadOutputs;
import java.util.List;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;

/**
 * Reads the original bytes of dead letters again, typed, valid and versioned. Bounded; leaves event
 * time alone. What is refused again leaves as the same dead letter, what was counted as tallies.
 */
public final class ReplayLetters extends PTransform<PBegin, PCollectionTuple> {
  private static final long serialVersionUID = 1;

  private final ReplayOrigin origin;
  private final List<ReplayPage> pages;

  private ReplayLetters(ReplayOrigin origin, List<ReplayPage> pages) {
    this.origin = origin;
    this.pages = pages;
  }

  /** A reader of pages as {@link ReplayPage} cuts them. */
  public static ReplayLetters of(ReplayOrigin origin, List<ReplayPage> pages) {
    return new ReplayLetters(origin, List.copyOf(pages));
  }

  @Override
  public PCollectionTuple expand(PBegin begin) {
    PCollection<ReplayPage> work = ListedWork.of("pages", ReplayPage.class, pages).expand(begin);
    return ReadOutputs.of(
        work, "Read, decode and validate", new ReplayPagesFn(origin), origin.dataset());
  }
}
