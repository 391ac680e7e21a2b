package io.cloudpulse.pipelines.move;

import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.RangeTally;
import io.cloudpulse.transforms.ReadOutputs;
import io.cloudpulse.transforms.Sink;
import io.cloudpulse.transforms.StoringSource;
import io.cloudpulse.transforms.VersionedRecord;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PDone;

/** What a move does, in order. No flag, runner or client is known here. */
final class MoveGraph {
  private MoveGraph() {}

  /** Where a move begins and all its ends. */
  record Edges(
      PTransform<PBegin, PCollectionTuple> source,
      List<PTransform<PBegin, PCollectionTuple>> history,
      List<Sink> sinks,
      Summaries summaries,
      PTransform<PCollection<DeadLetter>, PDone> deadLetters,
      PTransform<PCollection<RangeTally>, PDone> tallies) {}

  /** Rows that are computed of all the records, and where they go. */
  record Summary(
      String name,
      PTransform<PCollection<VersionedRecord>, PCollection<VersionedRecord>> compute,
      List<Sink> sinks) {}

  static void addTo(Pipeline pipeline, String dataset, Edges edges) {
    List<PCollection<DeadLetter>> refused = new ArrayList<>();
    PCollectionTuple read =
        storesWhereItReads(edges)
            ? readAndStore(pipeline, dataset, (StoringSource<?>) edges.source(), edges.sinks())
            : pipeline.apply("Read " + dataset, edges.source());
    refused.add(read.get(ReadOutputs.REFUSED));
    if (read.has(ReadOutputs.LATE)) {
      refused.add(read.get(ReadOutputs.LATE));
    }
    if (read.has(ReadOutputs.RECORDS)) {
      PCollection<VersionedRecord> records = read.get(ReadOutputs.RECORDS);
      write(records, edges.sinks(), refused);
      summarise(withHistory(records, edges.history()), edges.summaries(), refused);
    }

    PCollectionList.of(refused)
        .apply("Gather refused records", Flatten.pCollections())
        .apply("Keep refused records", edges.deadLetters());
    read.get(ReadOutputs.TALLIES).apply("Count what was read", edges.tallies());
  }

  /** Where one sink alone wants the records, they need not pass through the runner. */
  private static boolean storesWhereItReads(Edges edges) {
    return edges.source() instanceof StoringSource
        && edges.sinks().size() == 1
        && edges.sinks().get(0).store().isPresent()
        && edges.summaries().all().isEmpty();
  }

  private static <W> PCollectionTuple readAndStore(
      Pipeline pipeline, String dataset, StoringSource<W> source, List<Sink> sinks) {
    Sink sink = sinks.get(0);
    return pipeline
        .apply("Read " + dataset, source.work())
        .apply("Write to " + sink.address(), source.storing(sink.store().orElseThrow()));
  }

  private static void summarise(
      PCollection<VersionedRecord> all,
      Summaries summaries,
      List<PCollection<DeadLetter>> refused) {
    PCollection<VersionedRecord> once =
        summaries.distinct().map(step -> all.apply("Once each", step)).orElse(all);
    for (Summary summary : summaries.all()) {
      write(once.apply("Compute " + summary.name(), summary.compute()), summary.sinks(), refused);
    }
  }

  /**
   * Windows are computed of history and live records together: one that both have a part in could
   * not be put together of two results. That history was read, refused and stored before.
   */
  private static PCollection<VersionedRecord> withHistory(
      PCollection<VersionedRecord> live, List<PTransform<PBegin, PCollectionTuple>> history) {
    if (history.isEmpty()) {
      return live;
    }
    PCollectionList<VersionedRecord> all = PCollectionList.of(live);
    for (int i = 0; i < history.size(); i++) {
      String ordinal = i == 0 ? "" : " " + (i + 1);
      all = all.and(readAgain(live.getPipeline(), history.get(i), ordinal));
    }
    return all.apply("History and live records", Flatten.pCollections());
  }

  private static PCollection<VersionedRecord> readAgain(
      Pipeline pipeline, PTransform<PBegin, PCollectionTuple> history, String ordinal) {
    PCollectionTuple read = pipeline.apply("Read history again" + ordinal, history);
    read.get(ReadOutputs.REFUSED)
        .apply("Pass over what was refused" + ordinal, ParDo.of(new PassOverFn<>()));
    read.get(ReadOutputs.TALLIES)
        .apply("Pass over what was counted" + ordinal, ParDo.of(new PassOverFn<>()));
    return read.get(ReadOutputs.RECORDS);
  }

  private static void write(
      PCollection<VersionedRecord> rows, List<Sink> sinks, List<PCollection<DeadLetter>> refused) {
    for (Sink sink : sinks) {
      refused.add(rows.apply("Write to " + sink.address(), sink.write()));
    }
  }
}
