package io.cloudpulse.transforms.decode;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.cloudpulse.transforms.Reason;
import io.cloudpulse.transforms.Refusal;
import java.io.IOException;
import java.io.StringWriter;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Picks the named values out of one JSON object. A name may be a dotted path into nested objects. A
 * value that is an object or an array is kept as its JSON text.
 */
final class JsonFields {
  private static final JsonFactory JSON = new JsonFactory();

  private final Map<String, Integer> columns;
  private final Set<String> parents = new HashSet<>();
  private final RawRecord record;
  private final Consumer<String> unknown;
  private boolean escapes;

  /**
   * A picker of the given columns.
   *
   * @param columns path to column
   * @param unknown told of each path that is no column
   */
  JsonFields(Map<String, Integer> columns, RawRecord record, Consumer<String> unknown) {
    this.columns = Map.copyOf(columns);
    this.record = record;
    this.unknown = unknown;
    for (String path : columns.keySet()) {
      for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
        parents.add(path.substring(0, dot));
      }
    }
  }

  void pick(String text, int columnCount) {
    record.clear(columnCount);
    escapes = text.indexOf('\\') >= 0;
    try (JsonParser json = JSON.createParser(text)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw Refusal.of(Reason.MALFORMED, "the line is not a JSON object");
      }
      object(json, "");
      if (json.nextToken() != null) {
        throw Refusal.of(Reason.MALFORMED, "text follows the JSON object");
      }
    } catch (JsonProcessingException e) {
      throw Refusal.of(Reason.MALFORMED, "not JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new IllegalStateException("reading a text in memory failed", e);
    }
  }

  private void object(JsonParser json, String prefix) throws IOException {
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      String path = prefix.isEmpty() ? name : prefix + name;
      JsonToken token = json.nextToken();
      Integer column = columns.get(path);
      if (column != null) {
        value(json, token, column);
      } else if (token == JsonToken.START_OBJECT && parents.contains(path)) {
        object(json, path + ".");
      } else {
        unknown.accept(path);
        json.skipChildren();
      }
    }
  }

  private void value(JsonParser json, JsonToken token, int column) throws IOException {
    if (token == JsonToken.VALUE_NULL) {
      return;
    }
    String text = token.isScalarValue() ? json.getText() : tree(json);
    if (escapes) {
      refuseHalves(text);
    }
    record.set(column, text.toCharArray(), 0, text.length());
  }

  /** Half of a surrogate pair is no character: UTF-8 has none, but an escape can write it. */
  private static void refuseHalves(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (Character.charCount(text.codePointAt(i)) == 1) {
          throw Refusal.of(
              Reason.ENCODING,
              "\\u%04x stands alone, but is half of a character".formatted((int) text.charAt(i)));
        }
        i++;
      }
    }
  }

  private static String tree(JsonParser json) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(text)) {
      out.copyCurrentStructure(json);
    }
    return text.toString();
  }

  /** The same JSON without white space between tokens; refuses what is not JSON. */
  static String compact(String text) throws JsonProcessingException {
    try (JsonParser json = JSON.createParser(text)) {
      if (json.nextToken() == null) {
        throw new com.fasterxml.jackson.core.JsonParseException(json, "nothing there");
      }
      String compact = tree(json);
      if (json.nextToken() != null) {
        throw new com.fasterxml.jackson.core.JsonParseException(json, "text after the value");
      }
      return compact;
    } catch (JsonProcessingException e) {
      throw e;
    } catch (IOException e) {
      throw new IllegalStateException("reading a text in memory failed", e);
    }
  }
}
