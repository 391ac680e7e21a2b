package io.cloudpulse.tests.preflight;

import java.time.Duration;
import java.util.NoSuchElementException;
import org.apache.beam.sdk.io.UnboundedSource;
import org.apache.beam.sdk.io.UnboundedSource.UnboundedReader;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.values.KV;
import org.joda.time.Instant;

/** Reads the steps, each when what it waits for was heard. */
final class SteppedReader extends UnboundedReader<KV<String, Integer>> {
  /** A runner that has said nothing by then will not: the probe ends without it. */
  private static volatile Duration patience = Duration.ofMinutes(3);

  private final SteppedSource source;
  private final long began = System.nanoTime();
  private int read;
  private Step current;

  SteppedReader(SteppedSource source, int read) {
    this.source = source;
    this.read = read;
  }

  /** For the probes to come in this JVM. */
  static void bePatientFor(Duration most) {
    patience = most;
  }

  @Override
  public boolean start() {
    return advance();
  }

  @Override
  public boolean advance() {
    if (read == source.steps().size() || !isHeard(source.steps().get(read).after())) {
      current = null;
      return false;
    }
    current = source.steps().get(read);
    read++;
    return true;
  }

  @Override
  public Instant getWatermark() {
    if (read < source.steps().size()) {
      return Step.time(source.steps().get(read).watermark());
    }
    boolean isOver = isHeard(source.last());
    return isOver ? BoundedWindow.TIMESTAMP_MAX_VALUE : Step.time(lastWatermark());
  }

  private int lastWatermark() {
    return source.steps().stream().mapToInt(Step::watermark).max().orElse(0);
  }

  private boolean isHeard(String what) {
    return what.isEmpty()
        || Heard.of(source.run()).contains(what)
        || System.nanoTime() - began > patience.toNanos();
  }

  @Override
  public KV<String, Integer> getCurrent() {
    return KV.of("k", present().value());
  }

  @Override
  public Instant getCurrentTimestamp() {
    return Step.time(present().second());
  }

  private Step present() {
    if (current == null) {
      throw new NoSuchElementException();
    }
    return current;
  }

  @Override
  public UnboundedSource.CheckpointMark getCheckpointMark() {
    return new SteppedSource.Mark(read);
  }

  @Override
  public SteppedSource getCurrentSource() {
    return source;
  }

  @Override
  public void close() {}
}
