package io.cloudpulse.serving.runs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cloudpulse.serving.http.Answer;
import io.cloudpulse.serving.http.Asked;
import io.cloudpulse.serving.http.Problem;
import io.cloudpulse.serving.store.Database;
import io.cloudpulse.serving.store.Missing;
import io.cloudpulse.serving.store.Question;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Looks through {@code pulse.dead_letters}. */
final class Letters {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static Problem none() {
    return Missing.rows(
        "pulse.dead_letters", "run --dataset=northwind.orders --source=... --sink=postgres");
  }

  private static final String COLUMNS =
      "id, dataset, step, reason, message, field, source, byte_offset \"offset\","
          + " nullif(line, 0) line, event_time, attempts, run, status state, first_seen, last_seen,"
          + " closed_at, replay_run, because";

  /** Newest first by when a letter was first seen: that never changes, so pages hold still. */
  private static final String PAGE =
      """
      select coalesce(json_agg(to_json(l) order by first_seen desc, id), '[]') from (
        select %s from pulse.dead_letters%s
        order by first_seen desc, id limit cast(:limit as int)) l\
      """;

  private static final String ONE =
      """
      select to_json(l) from (
        select %s, translate(encode(original, 'base64'), E'\\n', '') bytes
        from pulse.dead_letters where id = :id) l\
      """;

  /** Where the records of the run that left a letter go. */
  private static final String SINKS =
      "select to_json(r.sinks) from pulse.dead_letters l join pulse.runs r using (run)"
          + " where l.id = :id";

  private final Database database;

  Letters(Database database) {
    this.database = database;
  }

  Answer page(Asked asked) {
    LetterFilters filters = new LetterFilters(asked);
    int limit = asked.value(LetterFilters.LIMIT).orElse(50);
    Question question =
        Question.of(PAGE.formatted(COLUMNS, filters.clause())).with("limit", limit + 1);
    ArrayNode found =
        (ArrayNode) parsed(filters.bound(question).ask(database, none()).orElseThrow());
    ObjectNode page = JSON.createObjectNode();
    page.set("letters", found);
    page.putNull("next");
    if (found.size() > limit) {
      found.remove(limit);
      JsonNode last = found.get(limit - 1);
      page.put(
          "next", LetterFilters.next(last.path("first_seen").asText(), last.path("id").asText()));
    }
    found.forEach(letter -> hideSecrets((ObjectNode) letter));
    return Answer.json(page.toString());
  }

  /**
   * One letter with its bytes.
   *
   * @throws Problem if there is none of this id
   */
  ObjectNode shown(String id) {
    String found =
        Question.of(ONE.formatted(COLUMNS))
            .with("id", id)
            .ask(database, none())
            .orElseThrow(() -> Missing.one("dead letter", "/api/dead-letters?state=all"));
    ObjectNode letter = (ObjectNode) parsed(found);
    letter.put("text", text(Base64.getDecoder().decode(letter.path("bytes").asText())));
    return hideSecrets(letter);
  }

  /** Addresses between commas, as {@code --sink} takes them; empty if the run is not known here. */
  Optional<String> sinks(String id) {
    return Question.of(SINKS)
        .with("id", id)
        .ask(database, none())
        .map(json -> parsed(json).asText());
  }

  /** A sink's step is its address, which names where its password is kept. */
  private static ObjectNode hideSecrets(ObjectNode letter) {
    return letter.put("step", Addresses.withoutQuery(letter.path("step").asText()));
  }

  /** Null if it is not UTF-8. */
  private static String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException noText) {
      return null;
    }
  }

  private static JsonNode parsed(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("PostgreSQL writes JSON", impossible);
    }
  }
}
