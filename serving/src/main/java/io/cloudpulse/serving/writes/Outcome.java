package io.cloudpulse.serving.writes;

import com.fasterxml.jackson.databind.JsonNode;
import io.cloudpulse.serving.http.Answer;
import io.cloudpulse.serving.http.Problem;

/**
 * A write, and what became of it while its request waited.
 *
 * @param where it can be read when it is visible
 */
public record Outcome(Written written, Fate fate, String where) {
  /**
   * What the request is answered.
   *
   * @param done the status if it can be read
   * @throws Problem if it was refused
   */
  Answer answer(int done) {
    Answer told = Answer.json(fate.json(written).toString());
    return switch (fate.state()) {
      case PENDING -> told.status(202).header("Location", Fate.path(written));
      case VISIBLE, SUPERSEDED -> told.status(done).header("Location", where);
      case REFUSED -> throw refused(fate.letter().orElseThrow());
    };
  }

  private static Problem refused(JsonNode letter) {
    return Problem.of(
        422,
        "It was refused",
        "%s. It is kept as /api/dead-letters/%s"
            .formatted(letter.path("message").asText(), letter.path("letter").asText()));
  }
}
