package io.cloudpulse.transforms.files;

import io.cloudpulse.bench.Stage;
import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.RangeTally;
import io.cloudpulse.transforms.VersionedRecord;
import io.cloudpulse.transforms.decode.LineReader;
import io.cloudpulse.transforms.decode.RecordFinisher;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The whole of reading, without a runner, for the stage benchmark. */
public final class ReadStages {
  private final Dataset dataset;
  private final List<FileRange> ranges;

  private ReadStages(Dataset dataset, List<FileRange> ranges) {
    this.dataset = dataset;
    this.ranges = ranges;
  }

  public static ReadStages of(Dataset dataset, String file) {
    FileListing.Options options = FileListing.Options.of(Optional.empty(), false);
    return new ReadStages(dataset, FileListing.of(dataset, file, options).ranges());
  }

  /** Takes what was read; may throw what a database throws. */
  public interface Taker<T> {
    void take(T taken) throws Exception;
  }

  /** Hands on each record that is accepted. */
  public Stage into(Taker<VersionedRecord> records) {
    return () -> readAll(records, letter -> {});
  }

  /** Hands on what is refused, and nothing else. */
  public Stage refusedInto(Taker<DeadLetter> letters) {
    return () -> readAll(record -> {}, letters);
  }

  private long readAll(Taker<VersionedRecord> records, Taker<DeadLetter> letters)
      throws IOException {
    Counting outputs = new Counting(records, letters);
    RecordFinisher finisher = new RecordFinisher(dataset);
    for (FileRange range : ranges) {
      try (LineReader lines = OpenFile.at(range)) {
        new RangeReading(dataset, range, "bench", finisher, outputs).readAll(lines, false);
      }
    }
    return outputs.count;
  }

  private static final class Counting implements RangeOutputs {
    private final Taker<VersionedRecord> records;
    private final Taker<DeadLetter> letters;
    private long count;

    Counting(Taker<VersionedRecord> records, Taker<DeadLetter> letters) {
      this.records = records;
      this.letters = letters;
    }

    @Override
    public void accepted(VersionedRecord record) {
      count++;
      take(records, record);
    }

    @Override
    public void refused(DeadLetter letter) {
      count++;
      take(letters, letter);
    }

    @Override
    public void finished(RangeTally tally) {}

    private static <T> void take(Taker<T> taker, T taken) {
      try {
        taker.take(taken);
      } catch (Exception failure) {
        throw new IllegalStateException(failure);
      }
    }
  }
}
