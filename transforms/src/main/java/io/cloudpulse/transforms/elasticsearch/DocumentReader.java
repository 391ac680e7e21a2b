package io.cloudpulse.transforms.elasticsearch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Field;
import io.cloudpulse.schemas.FieldType;
import io.cloudpulse.schemas.Key;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Makes typed rows of the documents in a search's answer. */
final class DocumentReader {
  private static final JsonFactory JSON = new JsonFactory();

  private final Key.Kind key;
  private final int width;
  private final Map<String, Integer> places = new HashMap<>();
  private final FieldType.Kind[] kinds;

  DocumentReader(Dataset dataset) {
    this.key = dataset.key().kind();
    int fields = dataset.fields().size();
    this.width = fields + (key == Key.Kind.FIELDS ? 0 : dataset.key().columns().size());
    this.kinds = dataset.fields().stream().map(f -> f.type().kind()).toArray(FieldType.Kind[]::new);
    for (Field field : dataset.fields()) {
      places.put(field.name(), places.size());
    }
  }

  /**
   * What is left to know of a page.
   *
   * @param scroll where to go on
   * @param any whether it held a row: the page after the last does not
   */
  record Page(String scroll, boolean any) {}

  /** Hands over each row of a page. */
  Page readPage(byte[] page, IndexReader.Rows rows) throws IOException {
    String scroll = "";
    boolean any = false;
    try (JsonParser json = JSON.createParser(page)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.getCurrentName();
        json.nextToken();
        switch (name) {
          case "_scroll_id" -> scroll = json.getText();
          case "hits" -> any = readHits(json, page, rows);
          case "timed_out", "_shards" -> checkWhole(json);
          default -> json.skipChildren();
        }
      }
    }
    return new Page(scroll, any);
  }

  private boolean readHits(JsonParser json, byte[] page, IndexReader.Rows rows) throws IOException {
    boolean any = false;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      boolean hits = json.getCurrentName().equals("hits");
      json.nextToken();
      while (hits && json.nextToken() == JsonToken.START_OBJECT) {
        readHit(json, page, rows);
        any = true;
      }
      json.skipChildren();
    }
    return any;
  }

  /** An answer that leaves shards out is not the whole index. */
  private static void checkWhole(JsonParser json) throws IOException {
    boolean whole = json.currentToken() != JsonToken.VALUE_TRUE;
    if (json.currentToken() == JsonToken.START_OBJECT) {
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        boolean failed = json.getCurrentName().equals("failed");
        json.nextToken();
        whole &= !failed || json.getIntValue() == 0;
        json.skipChildren();
      }
    }
    if (!whole) {
      throw new IOException("Elasticsearch answered for a part of the index only");
    }
  }

  private void readHit(JsonParser json, byte[] page, IndexReader.Rows rows) throws IOException {
    Object[] values = new Object[width];
    long version = 0;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.getCurrentName();
      json.nextToken();
      switch (name) {
        case "_id" -> readKey(json.getText(), values);
        case "_version" -> version = json.getLongValue();
        case "_source" -> readFields(json, page, values);
        default -> json.skipChildren();
      }
    }
    rows.take(values, version);
  }

  /** A key without fields stands in the document's id only. */
  private void readKey(String id, Object[] values) {
    if (key == Key.Kind.CONTENT) {
      values[width - 1] = id;
    } else if (key == Key.Kind.POSITION) {
      int bar = id.lastIndexOf('|');
      values[width - 2] = DocumentIds.unescaped(id.substring(0, Math.max(bar, 0)));
      values[width - 1] = bar < 0 ? null : Long.valueOf(id.substring(bar + 1));
    }
  }

  private void readFields(JsonParser json, byte[] page, Object[] values) throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      Integer place = places.get(json.getCurrentName());
      JsonToken value = json.nextToken();
      if (place == null || (value == JsonToken.VALUE_NULL && kinds[place] != FieldType.Kind.JSON)) {
        json.skipChildren();
      } else {
        values[place] = FieldValue.read(kinds[place], json, () -> raw(json, page));
      }
    }
  }

  /** A value just as it stands in the document. */
  private static String raw(JsonParser json, byte[] page) throws IOException {
    int from = (int) json.currentTokenLocation().getByteOffset();
    json.finishToken();
    json.skipChildren();
    int to = (int) json.currentLocation().getByteOffset();
    return new String(page, from, to - from, StandardCharsets.UTF_8);
  }
}
