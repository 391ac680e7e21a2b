package io.cloudpulse.transforms;

import java.io.Serializable;
import java.util.List;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;

/**
 * Shares out pieces of work that are known at launch. Each piece is handed on once; bounded, in the
 * global window, without event time.
 */
public final class ListedWork<WorkT extends Serializable>
    extends PTransform<PBegin, PCollection<WorkT>> {
  private static final long serialVersionUID = 1;

  private final String noun;
  private final Class<WorkT> type;
  private final transient List<WorkT> pieces;

  private ListedWork(String noun, Class<WorkT> type, List<WorkT> pieces) {
    this.noun = noun;
    this.type = type;
    this.pieces = pieces;
  }

  /**
   * A list.
   *
   * @param noun what the steps call the pieces, such as {@code ranges}
   */
  public static <T extends Serializable> ListedWork<T> of(
      String noun, Class<T> type, List<T> pieces) {
    return new ListedWork<>(noun, type, List.copyOf(pieces));
  }

  /** One piece is handed on where it is. */
  @Override
  public PCollection<WorkT> expand(PBegin begin) {
    return pieces.size() > 1 ? shared(begin) : listed(begin);
  }

  /** The same steps for any number of pieces, also for none. */
  public PCollection<WorkT> shared(PBegin begin) {
    return listed(begin).apply("Share out " + noun, Reshuffle.viaRandomKey());
  }

  private PCollection<WorkT> listed(PBegin begin) {
    return begin.apply("List " + noun, Create.of(pieces).withCoder(SerializableCoder.of(type)));
  }
}
