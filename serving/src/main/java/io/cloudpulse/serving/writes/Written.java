package io.cloudpulse.serving.writes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.cloudpulse.schemas.VersionBits;
import io.cloudpulse.serving.http.Kind;
import io.cloudpulse.serving.http.Kinds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * An event that is in its topic, and all that is needed to find what became of it. It is its own
 * name: nothing of it is kept here.
 *
 * @param dataset whose topic has the same name
 * @param key of its row
 * @param from the least version that its row may have
 * @param to the greatest one: more than {@code from} where the record's own content breaks ties
 */
public record Written(
    String dataset, List<String> key, long from, long to, int partition, long offset) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST = 1_000;
  private static final int BEFORE_KEY = 5;

  public Written {
    key = List.copyOf(key);
  }

  /** Of a dataset without a version of its own: the message's time, and its offset. */
  static Written byMessage(
      String dataset, List<String> key, long millis, int partition, long offset) {
    long version = VersionBits.of(millis, offset);
    return new Written(dataset, key, version, version, partition, offset);
  }

  /** Of a dataset whose records tell their version's time; their content breaks ties. */
  static Written byRecord(
      String dataset, List<String> key, long millis, int partition, long offset) {
    long from = VersionBits.of(millis, 0);
    return new Written(dataset, key, from, VersionBits.of(millis, -1), partition, offset);
  }

  String token() {
    ArrayNode array = JSON.createArrayNode().add(dataset).add(from).add(to);
    array.add(partition).add(offset);
    key.forEach(array::add);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(array.toString().getBytes(StandardCharsets.UTF_8));
  }

  static Kind<Written> kind() {
    return Kinds.of(
        Written::parse,
        "what an answer to a write gave as \"visible\"",
        Kinds.schema("string").put("maxLength", LONGEST));
  }

  static Written parse(String token) {
    try {
      JsonNode array = JSON.readTree(Base64.getUrlDecoder().decode(token));
      if (token.length() > LONGEST || !array.isArray() || array.size() <= BEFORE_KEY) {
        throw new IllegalArgumentException(token);
      }
      List<String> key = new ArrayList<>();
      for (int i = BEFORE_KEY; i < array.size(); i++) {
        key.add(Kinds.text(LONGEST).parse(text(array.get(i))));
      }
      return new Written(
          text(array.get(0)),
          key,
          number(array.get(1)),
          number(array.get(2)),
          Math.toIntExact(number(array.get(3))),
          number(array.get(4)));
    } catch (IOException | ArithmeticException wrong) {
      throw new IllegalArgumentException(wrong);
    }
  }

  private static String text(JsonNode element) {
    if (!element.isTextual()) {
      throw new IllegalArgumentException(element.toString());
    }
    return element.asText();
  }

  private static long number(JsonNode element) {
    if (!element.isIntegralNumber() || !element.canConvertToLong() || element.asLong() < 0) {
      throw new IllegalArgumentException(element.toString());
    }
    return element.asLong();
  }
}
