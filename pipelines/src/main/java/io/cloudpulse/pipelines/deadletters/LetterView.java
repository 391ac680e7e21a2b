package io.cloudpulse.pipelines.deadletters;

import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.LetterClosing;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** A dead letter as JSON shows it: its bytes as Base64, and as text where they are text. */
final class LetterView {
  private LetterView() {}

  static Map<String, Object> of(KeptLetter kept) {
    DeadLetter letter = kept.letter();
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("id", letter.getId());
    view.put("firstSeen", kept.firstSeen().map(Object::toString).orElse(null));
    view.put("lastSeen", kept.lastSeen().map(Object::toString).orElse(null));
    view.put("status", kept.status());
    view.put("replayRun", closing(kept, LetterClosing::run));
    view.put("closedAt", closing(kept, LetterClosing::time));
    view.put("because", closing(kept, LetterClosing::because));
    view.put("attempts", letter.getAttempts());
    view.put("run", letter.getRun());
    view.put("dataset", letter.getDataset());
    view.put("step", letter.getStep());
    view.put("reason", letter.getReason());
    view.put("field", letter.getField());
    view.put("message", letter.getMessage());
    view.put("source", letter.getSource());
    view.put("offset", letter.getOffset());
    view.put("line", letter.getLine() == 0 ? null : letter.getLine());
    view.put("text", OriginalBytes.text(letter.getOriginal()).orElse(null));
    view.put("original", Base64.getEncoder().encodeToString(letter.getOriginal()));
    return view;
  }

  private static String closing(KeptLetter kept, Function<LetterClosing, String> part) {
    return kept.closing().map(part).filter(text -> !text.isEmpty()).orElse(null);
  }
}
