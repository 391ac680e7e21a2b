package io.cloudpulse.serving.writes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cloudpulse.serving.http.Kinds;
import io.cloudpulse.serving.http.Shape;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of a write by now.
 *
 * @param sinks each sink's own state, by its name
 * @param letter why it was refused: reason, message, field, and the letter's id
 * @param hint what to do if nothing comes of it
 */
public record Fate(Map<String, State> sinks, Optional<JsonNode> letter, Optional<String> hint) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Of a write that nobody has looked for yet. */
  static Fate unknown() {
    return new Fate(Map.of(), Optional.empty(), Optional.empty());
  }

  /** In all sinks. */
  State state() {
    if (sinks.isEmpty()) {
      return State.PENDING;
    }
    if (sinks.containsValue(State.PENDING)) {
      return letter.isPresent() ? State.REFUSED : State.PENDING;
    }
    return sinks.containsValue(State.SUPERSEDED) ? State.SUPERSEDED : State.VISIBLE;
  }

  /** As it is answered. */
  ObjectNode json(Written written) {
    ObjectNode json = JSON.createObjectNode().put("id", String.join(",", written.key()));
    json.put("dataset", written.dataset()).put("visible", path(written));
    json.put("state", state().word());
    ArrayNode all = json.putArray("sinks");
    sinks.forEach((name, state) -> all.addObject().put("sink", name).put("state", state.word()));
    json.set("refused", letter.orElse(null));
    return json.put("hint", hint.orElse(null));
  }

  /** Where it is told. */
  static String path(Written written) {
    return "/api/writes/" + written.token();
  }

  static ObjectNode shape() {
    ObjectNode state = Kinds.oneOf(List.of("pending", "visible", "superseded", "refused")).schema();
    Shape sink = Shape.object().with("sink", Shape.text()).with("state", state);
    Shape refused = Shape.object().with(Shape.text(), "letter", "reason", "message", "field");
    return Shape.object()
        .with(Shape.text(), "id", "dataset")
        .with("visible", Shape.text().put("description", "Where to ask what became of it."))
        .with("state", state)
        .withList("sinks", sink)
        .with("refused", Shape.orNull(refused.schema()))
        .with("hint", Shape.orNull(Shape.text()))
        .schema()
        .put("title", "Write");
  }
}
