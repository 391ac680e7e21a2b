package io.cloudpulse.serving.runs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cloudpulse.serving.http.Kinds;
import io.cloudpulse.serving.http.Shape;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How sending a letter again goes.
 *
 * @param at since when it is so
 * @param exit what the command ended with; -1 if it has not
 * @param report that of the command; missing if it left none
 * @param why it failed; empty if it did not
 */
record Replay(State state, Instant at, int exit, JsonNode report, String why) {
  private static final int TOO_MANY_REFUSED = 4;

  /** Where it stands, or how it ended. */
  enum State {
    WAITING,
    RUNNING,
    REPLAYED,
    REFUSED,
    FAILED;

    boolean isOver() {
      return this != WAITING && this != RUNNING;
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Replay open(State state, Instant at) {
    return new Replay(state, at, -1, MissingNode.getInstance(), "");
  }

  static Replay failed(Instant at, String why) {
    return new Replay(State.FAILED, at, -1, MissingNode.getInstance(), why);
  }

  /** Of what the command left. */
  static Replay ended(Instant at, int exit, JsonNode report, String said) {
    State state =
        switch (exit) {
          case 0 -> State.REPLAYED;
          case TOO_MANY_REFUSED -> State.REFUSED;
          default -> State.FAILED;
        };
    return new Replay(
        state, at, exit, report, state == State.FAILED ? Addresses.withoutQuery(said) : "");
  }

  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("state", state.word()).put("at", at.toString());
    json.put("exit", exit < 0 ? null : Integer.valueOf(exit));
    json.put("run", report.path("run").asText(null));
    for (String count : new String[] {"read", "accepted", "refused"}) {
      JsonNode number = report.path(count);
      json.put(count, number.isNumber() ? Long.valueOf(number.asLong()) : null);
    }
    return json.put("why", why.isEmpty() ? null : why);
  }

  static ObjectNode shape() {
    List<String> states = Arrays.stream(State.values()).map(State::word).toList();
    return Shape.object()
        .with("state", Kinds.oneOf(states).schema())
        .with("at", Shape.time())
        .with(Shape.orNull(Shape.whole()), "exit", "read", "accepted", "refused")
        .with(Shape.orNull(Shape.text()), "run", "why")
        .schema();
  }
}
