package io.cloudpulse.transforms.replay;

import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.JobFiles;
import io.cloudpulse.transforms.RangeTally;
import io.cloudpulse.transforms.ReadOutputs;
import io.cloudpulse.transforms.VersionedRecord;
import io.cloudpulse.transforms.archive.ArchiveOrigin;
import io.cloudpulse.transforms.archive.ArchivePiece;
import io.cloudpulse.transforms.archive.PieceRecords;
import io.cloudpulse.transforms.decode.RecordFinisher;
import java.io.IOException;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.transforms.DoFn;

/** Reads, decodes and validates whole pieces in one step, as {@code ReadFiles} does ranges. */
final class ReadPiecesFn extends DoFn<ArchivePiece, VersionedRecord> {
  private static final long serialVersionUID = 1;

  private final ArchiveOrigin origin;
  private transient RecordFinisher finisher;

  ReadPiecesFn(ArchiveOrigin origin) {
    this.origin = origin;
  }

  @Setup
  public void setUp(PipelineOptions options) {
    JobFiles.setUp(options);
    finisher = new RecordFinisher(origin.dataset(), origin.lookup());
  }

  @Teardown
  public void close() {
    if (finisher != null) {
      finisher.close();
    }
  }

  @ProcessElement
  public void read(@Element ArchivePiece piece, MultiOutputReceiver out) throws IOException {
    OutputReceiver<VersionedRecord> records = out.get(ReadOutputs.RECORDS);
    OutputReceiver<DeadLetter> refused = out.get(ReadOutputs.REFUSED);
    OutputReceiver<RangeTally> tallies = out.get(ReadOutputs.TALLIES);
    PieceReading reading =
        new PieceReading(origin, piece.first(), finisher, records::output, refused::output);
    try (PieceRecords all = new PieceRecords(piece)) {
      while (all.hasNext()) {
        reading.read(all.next());
      }
    }
    reading.tally().ifPresent(tallies::output);
  }
}
