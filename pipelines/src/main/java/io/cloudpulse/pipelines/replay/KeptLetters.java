package io.cloudpulse.pipelines.replay;

import io.cloudpulse.pipelines.deadletters.KeptLetter;
import io.cloudpulse.pipelines.flags.MoveSettings;
import io.cloudpulse.pipelines.source.SourceWork;
import io.cloudpulse.transforms.replay.ReplayLetters;
import io.cloudpulse.transforms.replay.ReplayOrigin;
import io.cloudpulse.transforms.replay.ReplayPage;
import java.util.List;

/** Dead letters of one dataset as a source: bounded, and known to the last byte. */
record KeptLetters(MoveSettings settings, List<KeptLetter> letters) implements SourceWork {
  @Override
  public String extent() {
    return "%,d dead letters".formatted(letters.size());
  }

  @Override
  public String ownTime() {
    return "what it was at the first reading";
  }

  @Override
  public List<String> problems() {
    return List.of();
  }

  @Override
  public List<String> notes() {
    return List.of();
  }

  @Override
  public ReplayLetters read(String run) {
    ReplayOrigin origin =
        new ReplayOrigin(
            settings.dataset(),
            settings.asOf().orElse(null),
            run,
            settings.refuseUnknownColumns(),
            settings.lookup());
    return ReplayLetters.of(
        origin, ReplayPage.of(letters.stream().map(KeptLetter::letter).toList()));
  }
}
