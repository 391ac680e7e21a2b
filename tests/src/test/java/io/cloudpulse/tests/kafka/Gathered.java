package io.cloudpulse.tests.kafka;

import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.RangeTally;
import io.cloudpulse.transforms.ReadOutputs;
import io.cloudpulse.transforms.VersionedRecord;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;

/** What came out of pipelines in this JVM, by name. */
final class Gathered {
  private static final Map<String, Queue<String>> ALL = new ConcurrentHashMap<>();

  private Gathered() {}

  /** Sorted; equal ones as often as they came. */
  static List<String> sorted(String name) {
    return of(name).stream().sorted().toList();
  }

  static Queue<String> of(String name) {
    return ALL.computeIfAbsent(name, unused -> new ConcurrentLinkedQueue<>());
  }

  static <T> void gather(PCollection<T> of, String name, SerializableFunction<T, String> text) {
    of.apply("Gather " + name, ParDo.of(new GatherFn<>(name, text)));
  }

  /** All outputs of reading, under names that begin with one. */
  static void gather(PCollectionTuple read, String name) {
    gather(read.get(ReadOutputs.RECORDS), name, Gathered::text);
    gather(read.get(ReadOutputs.REFUSED), name + " refused", Gathered::text);
    gather(read.get(ReadOutputs.TALLIES), name + " tallies", Gathered::text);
    if (read.has(ReadOutputs.LATE)) {
      gather(read.get(ReadOutputs.LATE), name + " late", Gathered::text);
    }
  }

  private static String text(VersionedRecord row) {
    return row.version()
        + (row.deleted() ? " deleted " : " ")
        + Arrays.toString(row.values())
        + " at "
        + row.offset();
  }

  private static String text(DeadLetter letter) {
    return letter.getReason() + " at " + letter.getOffset() + " " + letter.getId();
  }

  private static String text(RangeTally tally) {
    return tally.getAccepted() + " of " + tally.getRead();
  }

  private static final class GatherFn<T> extends DoFn<T, Void> {
    private static final long serialVersionUID = 1;

    private final String name;
    private final SerializableFunction<T, String> text;

    GatherFn(String name, SerializableFunction<T, String> text) {
      this.name = name;
      this.text = text;
    }

    @ProcessElement
    public void gather(@Element T element) {
      of(name).add(text.apply(element));
    }
  }
}
