package io.cloudpulse.pipelines.verify;

import io.cloudpulse.pipelines.move.PassOverFn;
import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.RangeTally;
import io.cloudpulse.transforms.ReadOutputs;
import java.io.Serializable;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.coders.NullableCoder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TypeDescriptor;

/**
 * Reads the source as a move does, reads the sink as anyone would, and compares what must be there
 * with what is there, key by key. Bounded.
 *
 * <p>It groups both sides as one collection: {@code CoGroupByKey} does the same, but counts each
 * key in a metric, which costs time on Flink and, where metrics are off, complains.
 */
final class VerifyGraph {
  private static final Coder<KV<List<String>, Sighting>> KEYED =
      KvCoder.of(ListCoder.of(NullableCoder.of(StringUtf8Coder.of())), new SightingCoder());

  private VerifyGraph() {}

  /** The two sides, what is asked of each of their elements, and where the result goes. */
  record Edges(
      PTransform<PBegin, PCollectionTuple> source,
      ExpectFn expect,
      List<? extends Serializable> sink,
      FindFn find,
      String result) {}

  static void addTo(Pipeline pipeline, Edges edges) {
    PCollectionTuple read = pipeline.apply("Read the source", edges.source());
    ignore(read.get(ReadOutputs.REFUSED));
    PCollection<KV<List<String>, Sighting>> expected =
        read.get(ReadOutputs.RECORDS)
            .apply("Say what must be there", ParDo.of(edges.expect()))
            .setCoder(KEYED);
    PCollection<Comparison> compared =
        PCollectionList.of(expected)
            .and(found(pipeline, edges))
            .apply("Put both sides together", Flatten.pCollections())
            .apply("Bring together by key", GroupByKey.create())
            .apply("Compare", ParDo.of(new CompareFn()));
    PCollectionList.of(compared)
        .and(counted(read.get(ReadOutputs.TALLIES)))
        .apply("Gather results", Flatten.pCollections())
        // Each range of the source brings one, so there always is a sum.
        .apply("Add up", Combine.globally(Comparison::sum).withoutDefaults())
        .apply("Leave the result", ParDo.of(new WriteComparisonFn(edges.result())));
  }

  private static PCollection<KV<List<String>, Sighting>> found(Pipeline pipeline, Edges edges) {
    return pipeline
        .apply(
            "List parts of the sink",
            Create.of(List.<Serializable>copyOf(edges.sink()))
                .withCoder(SerializableCoder.of(Serializable.class)))
        .apply("Share out parts", Reshuffle.viaRandomKey())
        .apply("Read what is there", ParDo.of(edges.find()))
        .setCoder(KEYED);
  }

  private static PCollection<Comparison> counted(PCollection<RangeTally> tallies) {
    return tallies.apply(
        "Count what was read",
        MapElements.into(TypeDescriptor.of(Comparison.class))
            .via(
                tally ->
                    Comparison.ofReading(tally.getRead(), tally.getRead() - tally.getAccepted())));
  }

  /** Spark leaks the outputs of a step that nothing consumes. */
  private static void ignore(PCollection<DeadLetter> letters) {
    letters.apply("Pass over refused records", ParDo.of(new PassOverFn<>()));
  }
}
