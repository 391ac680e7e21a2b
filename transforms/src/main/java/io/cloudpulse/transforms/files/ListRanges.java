package io.cloudpulse.transforms.files;

import java.util.List;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;

/** Shares out ranges that are known at launch. */
final class ListRanges extends PTransform<PBegin, PCollection<FileRange>> {
  private static final long serialVersionUID = 1;

  private final transient List<FileRange> ranges;

  ListRanges(List<FileRange> ranges) {
    this.ranges = ranges;
  }

  @Override
  public PCollection<FileRange> expand(PBegin begin) {
    PCollection<FileRange> work =
        begin.apply(
            "List ranges", Create.of(ranges).withCoder(SerializableCoder.of(FileRange.class)));
    return ranges.size() > 1 ? work.apply("Share out ranges", Reshuffle.viaRandomKey()) : work;
  }
}
