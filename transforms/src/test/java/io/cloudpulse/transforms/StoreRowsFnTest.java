package io.cloudpulse.transforms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.OutputBuilder;
import org.apache.beam.sdk.values.TupleTag;
import org.joda.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoreRowsFnTest {
  private final List<String> told = new ArrayList<>();
  private final StoreRowsFn fn = new StoreRowsFn(Told::new, 100);

  /** Tells what is asked of it; refuses rows of version 0 at once, and of version 9 at the end. */
  private final class Told implements RowStore.Open {
    private final List<VersionedRecord> waiting = new ArrayList<>();

    @Override
    public void begin() {
      told.add("begin");
      waiting.clear();
    }

    @Override
    public void write(List<VersionedRecord> rows, Consumer<DeadLetter> refused) {
      told.add(
          rows.get(0).range()
              + rows.stream().map(row -> " " + row.ordinal()).collect(Collectors.joining()));
      rows.stream().filter(row -> row.version() == 9).forEach(waiting::add);
      rows.stream().filter(row -> row.version() == 0).forEach(row -> refused.accept(letter(row)));
    }

    @Override
    public void end(Consumer<DeadLetter> refused) {
      told.add("end");
      waiting.forEach(row -> refused.accept(letter(row)));
    }

    @Override
    public void close() {
      told.add("close");
    }
  }

  @BeforeEach
  void setUp() throws Exception {
    fn.setUp();
    fn.startBundle();
  }

  @Test
  void storesWhatABundleHoldsAtItsEnd() throws Exception {
    add(row(1, 1, 0));
    add(row(2, 1, 0));
    assertThat(told).containsExactly("begin");

    fn.finishBundle(ending());
    fn.tearDown();

    assertThat(told).containsExactly("begin", "a 1 2", "end", "close");
  }

  @Test
  void storesALargeBatchAtOnce() throws Exception {
    add(row(1, 1, 60));
    add(row(2, 1, 60));

    assertThat(told).containsExactly("begin", "a 1 2");
  }

  @Test
  void forgetsWhatAFailedBundleLeft() throws Exception {
    add(row(1, 1, 0));
    fn.startBundle();

    fn.finishBundle(ending());

    assertThat(told).containsExactly("begin", "begin", "end");
  }

  @Test
  void handsOnWhatIsRefusedAtOnceAndAtTheEnd() throws Exception {
    add(row(1, 9, 60));
    add(row(2, 0, 60));
    add(row(3, 0, 0));

    fn.finishBundle(ending());

    assertThat(told)
        .containsExactly(
            "begin", "a 1 2", "refused 2", "a 3", "refused 3 at 3", "end", "refused 1 at 3");
  }

  @Test
  void isClosedBeforeItWasOpened() throws Exception {
    new StoreRowsFn(Told::new, 100).tearDown();

    assertThat(told).containsExactly("begin");
  }

  private void add(VersionedRecord row) throws Exception {
    fn.add(
        row, Instant.ofEpochMilli(row.ordinal()), GlobalWindow.INSTANCE, new LettersInTheMiddle());
  }

  private final class LettersInTheMiddle implements DoFn.OutputReceiver<DeadLetter> {
    @Override
    public OutputBuilder<DeadLetter> builder(DeadLetter letter) {
      throw new AssertionError("Nothing of it is to be changed");
    }

    @Override
    public void output(DeadLetter letter) {
      told.add("refused " + letter.getOffset());
    }
  }

  private DoFn<VersionedRecord, DeadLetter>.FinishBundleContext ending() {
    DoFn<VersionedRecord, DeadLetter> step = fn;
    return step.new FinishBundleContext() {
      @Override
      public PipelineOptions getPipelineOptions() {
        return PipelineOptionsFactory.create();
      }

      @Override
      public void output(DeadLetter letter, Instant timestamp, BoundedWindow window) {
        told.add("refused " + letter.getOffset() + " at " + timestamp.getMillis());
      }

      @Override
      public <T> void output(TupleTag<T> tag, T value, Instant time, BoundedWindow window) {
        throw new AssertionError("There is one output");
      }
    };
  }

  private static VersionedRecord row(long ordinal, long version, int bytes) {
    return new VersionedRecord("a", ordinal, ordinal, version, new Object[0], new byte[bytes]);
  }

  private static DeadLetter letter(VersionedRecord row) {
    return DeadLetter.builder()
        .setId("id")
        .setDataset("a.b")
        .setStep("a:a.b")
        .setReason("type")
        .setMessage("no")
        .setField("")
        .setOriginal(row.original())
        .setSource("file")
        .setOffset(row.offset())
        .setLine(0)
        .setRun("run")
        .build();
  }
}
