package io.cloudpulse.transforms.postgres;

import io.cloudpulse.transforms.ListedWork;
import io.cloudpulse.transforms.ReadOutputs;
import java.util.List;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;

/**
 * Reads the rows of a dataset's table as of one moment, in parts side by side, with the versions
 * that they have there; and the rows that were deleted from it, where it remembers them. Bounded;
 * leaves event time alone. The {@link TableSnapshot} must be open until the job ends. Outputs are
 * {@link ReadOutputs}.
 */
public final class ReadTable extends PTransform<PBegin, PCollectionTuple> {
  private static final long serialVersionUID = 1;

  private final transient TableOrigin origin;
  private final transient List<TablePart> parts;

  private ReadTable(TableOrigin origin, List<TablePart> parts) {
    this.origin = origin;
    this.parts = parts;
  }

  /** The parts are those of a snapshot. */
  public static ReadTable of(TableOrigin origin, List<TablePart> parts) {
    return new ReadTable(origin, List.copyOf(parts));
  }

  @Override
  public PCollectionTuple expand(PBegin begin) {
    PCollection<TablePart> work = ListedWork.of("parts", TablePart.class, parts).shared(begin);
    return ReadOutputs.of(work, "Read rows", new ReadPartsFn(origin), origin.dataset());
  }
}
