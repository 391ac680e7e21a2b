package io.cloudpulse.transforms.replay;

import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.Digest;
import io.cloudpulse.transforms.Refusal;
import org.joda.time.Instant;

/** Makes the dead letter of what a replay refused: the same one, if it was refused alike before. */
final class RefusedAgain {
  private final ReplayOrigin origin;
  private final String source;

  RefusedAgain(ReplayOrigin origin, String source) {
    this.origin = origin;
    this.source = source;
  }

  /**
   * The dead letter of a line, or of one of its columns.
   *
   * @param column empty if the line as a whole was refused
   * @param unpivoted whether the line makes a record of each column, and so a letter of each
   */
  DeadLetter letter(Refusal refusal, ReplayLine line, String column, boolean unpivoted) {
    boolean same = !unpivoted && !line.letter().isEmpty();
    return DeadLetter.builder()
        .setId(same ? line.letter() : id(line, column))
        .setDataset(origin.dataset().name())
        .setStep(ReplayLine.READ)
        .setReason(refusal.reason().code())
        .setMessage(refusal.getMessage())
        .setField(refusal.field())
        .setOriginal(line.original())
        .setSource(source)
        .setOffset(line.offset())
        .setLine(line.line())
        .setEventTime(line.eventTime() == null ? null : Instant.ofEpochMilli(line.eventTime()))
        .setRun(origin.run())
        .setReading(line.reading())
        .build();
  }

  /** As who reads the source names it. */
  private String id(ReplayLine line, String column) {
    Digest id = new Digest().add(origin.dataset().name()).add(ReplayLine.READ).add(source);
    id = id.add(line.offset());
    if (!ReplayPage.isTopic(source)) {
      id = id.add(column);
    }
    return id.add(line.original()).hex();
  }
}
