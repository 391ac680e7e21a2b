package io.cloudpulse.pipelines.replay;

import io.cloudpulse.pipelines.deadletters.KeptLetter;
import io.cloudpulse.pipelines.deadletters.LetterBox;
import io.cloudpulse.pipelines.deadletters.LetterFilter;
import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.LetterClosing;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Those of the letters sent again that a run did not leave again. */
record Landed(List<KeptLetter> letters) {
  private static final String READ = "read";

  /** What a sink refused before has not landed either if reading refuses it now. */
  static Landed of(List<KeptLetter> sent, LetterBox box, String run) {
    Set<String> again = new HashSet<>();
    Set<Place> unread = new HashSet<>();
    for (KeptLetter left : box.newest(LetterFilter.leftBy(run), Integer.MAX_VALUE)) {
      again.add(left.letter().getId());
      if (left.letter().getStep().equals(READ)) {
        unread.add(Place.of(left.letter()));
      }
    }
    return new Landed(
        sent.stream()
            .filter(kept -> !again.contains(kept.letter().getId()))
            .filter(
                kept ->
                    kept.letter().getStep().equals(READ)
                        || !unread.contains(Place.of(kept.letter())))
            .toList());
  }

  List<LetterClosing> closings(String run, Instant now) {
    String time = now.truncatedTo(ChronoUnit.MILLIS).toString();
    return letters.stream()
        .map(KeptLetter::letter)
        .map(
            letter ->
                new LetterClosing(
                    letter.getId(), LetterClosing.REPLAYED, run, time, "", letter.getAttempts()))
        .toList();
  }

  private record Place(String source, long offset, ByteBuffer original) {
    static Place of(DeadLetter letter) {
      return new Place(
          letter.getSource(), letter.getOffset(), ByteBuffer.wrap(letter.getOriginal()));
    }
  }
}
