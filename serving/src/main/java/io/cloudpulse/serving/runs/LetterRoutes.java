package io.cloudpulse.serving.runs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cloudpulse.serving.http.Answer;
import io.cloudpulse.serving.http.Asked;
import io.cloudpulse.serving.http.Freshness;
import io.cloudpulse.serving.http.Kinds;
import io.cloudpulse.serving.http.Parameter;
import io.cloudpulse.serving.http.Route;
import io.cloudpulse.serving.http.Shape;
import io.cloudpulse.serving.store.Stores;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Records that were refused: to be looked through, and to be sent again. */
final class LetterRoutes {
  private static final String ONE = "/api/dead-letters/{id}";

  private static final Parameter<String> ID =
      Parameter.inPath(
          "id",
          "The letter's id.",
          Kinds.matching(Pattern.compile("[0-9a-f]{32}"), "32 digits from 0 to 9 and a to f"),
          "0123456789abcdef0123456789abcdef");

  private LetterRoutes() {}

  static List<Route> of(Stores stores) {
    Letters letters = new Letters(stores.database());
    Replays replays = new Replays(letters, stores);
    return List.of(
        Route.get("runs", "/api/dead-letters", "Refused records, the newest first")
            .with(LetterFilters.PARAMETERS)
            .kept(Freshness.STEADILY)
            .answers(pageShape(), asked -> letters.page(asked)),
        Route.get("runs", ONE, "A refused record with its bytes, and how sending it again went")
            .with(ID)
            .kept(Freshness.NEVER)
            .answers(shape(), asked -> Answer.json(shown(letters, replays, asked).toString())),
        Route.post("runs", ONE + "/replay", "Sends a refused record through its steps again")
            .with(ID)
            .ends(Map.of(202, "It will be sent, and the letter tells how that went"))
            .answers(Replay.shape(), asked -> replay(replays, asked)));
  }

  private static ObjectNode shown(Letters letters, Replays replays, Asked asked) {
    ObjectNode letter = letters.shown(asked.path(ID));
    letter.set("replay", replays.of(asked.path(ID)).<ObjectNode>map(Replay::json).orElse(null));
    return letter;
  }

  private static Answer replay(Replays replays, Asked asked) {
    String id = asked.path(ID);
    Replay waiting = replays.ask(id);
    return Answer.json(waiting.json().toString())
        .status(202)
        .header("Location", "/api/dead-letters/" + id);
  }

  private static Shape letter() {
    return Shape.object()
        .with(Shape.text(), "id", "dataset", "step", "reason", "message", "field", "source")
        .with("offset", Shape.whole())
        .with("line", Shape.orNull(Shape.whole()))
        .with("event_time", Shape.orNull(Shape.time()))
        .with("attempts", Shape.whole())
        .with(Shape.text(), "run", "state", "because")
        .with(Shape.time(), "first_seen", "last_seen")
        .with("closed_at", Shape.orNull(Shape.time()))
        .with("replay_run", Shape.orNull(Shape.text()));
  }

  private static ObjectNode pageShape() {
    return Shape.object()
        .withList("letters", letter())
        .with("next", Shape.orNull(Shape.text()))
        .schema();
  }

  private static ObjectNode shape() {
    return letter()
        .with("bytes", Shape.text().put("contentEncoding", "base64"))
        .with("text", Shape.orNull(Shape.text()))
        .with("replay", Shape.orNull(Replay.shape()))
        .schema();
  }
}
