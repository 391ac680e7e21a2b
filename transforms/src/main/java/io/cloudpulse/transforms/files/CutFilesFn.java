package io.cloudpulse.transforms.files;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.Digest;
import io.cloudpulse.transforms.RangeTally;
import io.cloudpulse.transforms.ReadOutputs;
import io.cloudpulse.transforms.Reason;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.beam.sdk.io.fs.MatchResult.Metadata;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.TupleTag;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Cuts one file into ranges, or refuses it as a whole. */
final class CutFilesFn extends DoFn<Metadata, FileRange> {
  private static final long serialVersionUID = 1;

  static final TupleTag<FileRange> RANGES = new TupleTag<>("ranges") {};

  private final Dataset dataset;
  private final @Nullable Instant asOf;
  private final boolean refuseUnknown;
  private final String run;

  CutFilesFn(Dataset dataset, FileListing.Options options, String run) {
    this.dataset = dataset;
    this.asOf = options.asOf().orElse(null);
    this.refuseUnknown = options.refuseUnknownColumns();
    this.run = run;
  }

  @ProcessElement
  public void cut(@Element Metadata file, MultiOutputReceiver out) {
    FileListing.Options options = FileListing.Options.of(Optional.ofNullable(asOf), refuseUnknown);
    FileRanges ranges = new FileRanges(dataset, options);
    ranges.add(file);
    if (ranges.problems().isEmpty()) {
      ranges.ranges().forEach(out.get(RANGES)::output);
      return;
    }
    String name = file.resourceId().toString();
    String code = Reason.MALFORMED.code();
    out.get(ReadOutputs.REFUSED).output(letter(name, String.join("\n", ranges.problems())));
    out.get(ReadOutputs.TALLIES)
        .output(RangeTally.of(name + "#header", 1, 0, Map.of(code, 1L), Map.of()));
  }

  private DeadLetter letter(String file, String problem) {
    return DeadLetter.builder()
        .setId(new Digest().add(dataset.name()).add("read").add(file).add("header").hex())
        .setDataset(dataset.name())
        .setStep("read")
        .setReason(Reason.MALFORMED.code())
        .setMessage(problem)
        .setField("")
        .setOriginal(new byte[0])
        .setSource(file)
        .setOffset(0)
        .setLine(1)
        .setRun(run)
        .build();
  }
}
