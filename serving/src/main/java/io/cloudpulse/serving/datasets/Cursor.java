package io.cloudpulse.serving.datasets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.cloudpulse.serving.http.Kind;
import io.cloudpulse.serving.http.Kinds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * The last row of a page, by which the next one is found.
 *
 * @param sort the order it belongs to
 * @param value of the field that is sorted by; null if the row has none
 * @param key the values of the key's columns, as texts
 */
public record Cursor(String sort, String value, List<String> key) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST = 10_000;

  /** Cursors of a table, as a query says them. */
  public static Kind<Cursor> kind(int keyColumns) {
    return Kinds.of(
        text -> parse(text, keyColumns),
        "what an answer gave as \"next\"",
        Kinds.schema("string").put("maxLength", LONGEST));
  }

  public String text() {
    ArrayNode array = JSON.createArrayNode().add(sort).add(value);
    key.forEach(array::add);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(array.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static Cursor parse(String text, int keyColumns) {
    try {
      JsonNode array = JSON.readTree(Base64.getUrlDecoder().decode(text));
      if (text.length() > LONGEST || !array.isArray() || array.size() != keyColumns + 2) {
        throw new IllegalArgumentException(text);
      }
      List<String> texts = new ArrayList<>();
      for (JsonNode element : array) {
        texts.add(element.isNull() ? null : storable(element));
      }
      List<String> key = texts.subList(2, texts.size());
      if (texts.get(0) == null || key.contains(null)) {
        throw new IllegalArgumentException(text);
      }
      return new Cursor(texts.get(0), texts.get(1), List.copyOf(key));
    } catch (IOException wrong) {
      throw new IllegalArgumentException(wrong);
    }
  }

  private static String storable(JsonNode element) {
    if (!element.isTextual()) {
      throw new IllegalArgumentException(element.toString());
    }
    return Kinds.text(LONGEST).parse(element.asText());
  }
}
