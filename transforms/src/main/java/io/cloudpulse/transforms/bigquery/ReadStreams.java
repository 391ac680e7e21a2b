package io.cloudpulse.transforms.bigquery;

import io.cloudpulse.transforms.ListedWork;
import io.cloudpulse.transforms.ReadOutputs;
import java.util.List;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;

/**
 * Reads the rows of a dataset's table in BigQuery as of one moment, in streams side by side, with
 * the versions that they have there. Bounded; leaves event time alone. Outputs are {@link
 * ReadOutputs}.
 */
public final class ReadStreams extends PTransform<PBegin, PCollectionTuple> {
  private static final long serialVersionUID = 1;

  private final transient StreamOrigin origin;
  private final transient List<StreamPart> parts;

  private ReadStreams(StreamOrigin origin, List<StreamPart> parts) {
    this.origin = origin;
    this.parts = parts;
  }

  /** The parts are those of a {@link TableSession}. */
  public static ReadStreams of(StreamOrigin origin, List<StreamPart> parts) {
    return new ReadStreams(origin, List.copyOf(parts));
  }

  @Override
  public PCollectionTuple expand(PBegin begin) {
    PCollection<StreamPart> work = ListedWork.of("streams", StreamPart.class, parts).shared(begin);
    return ReadOutputs.of(work, "Read rows", new ReadStreamsFn(origin), origin.dataset());
  }
}
