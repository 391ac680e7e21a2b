package io.cloudpulse.pipelines.deadletters;

import io.cloudpulse.transforms.DeadLetter;
import java.util.Optional;

/** Which dead letters are asked for; what is empty does not matter. */
public record LetterFilter(
    Optional<String> dataset, Optional<String> run, Optional<String> reason) {
  boolean accepts(DeadLetter letter) {
    return dataset.map(letter.getDataset()::equals).orElse(true)
        && run.map(letter.getRun()::equals).orElse(true)
        && reason.map(letter.getReason()::equals).orElse(true);
  }
}
