package io.cloudpulse.transforms.replay;

import io.cloudpulse.transforms.ReadOutputs;
import io.cloudpulse.transforms.VersionedRecordCoder;
import java.util.List;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTagList;

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
    PCollection<ReplayPage> work =
        begin.apply(
            "List pages", Create.of(pages).withCoder(SerializableCoder.of(ReplayPage.class)));
    if (pages.size() > 1) {
      work = work.apply("Share out pages", Reshuffle.viaRandomKey());
    }
    PCollectionTuple read =
        work.apply(
            "Read, decode and validate",
            ParDo.of(new ReplayPagesFn(origin))
                .withOutputTags(
                    ReadOutputs.RECORDS,
                    TupleTagList.of(ReadOutputs.REFUSED).and(ReadOutputs.TALLIES)));
    read.get(ReadOutputs.RECORDS).setCoder(VersionedRecordCoder.of(origin.dataset()));
    return read;
  }
}
