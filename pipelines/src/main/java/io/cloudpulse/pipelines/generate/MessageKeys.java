package io.cloudpulse.pipelines.generate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Field;
import io.cloudpulse.schemas.expression.Isbn;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds the keys of messages, so that all messages about a row are in one partition. */
final class MessageKeys {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Dataset dataset;
  private final List<Column> columns;
  private final LineBuffer text = new LineBuffer(64);

  MessageKeys(Blueprint blueprint) {
    this.dataset = blueprint.recipe().dataset();
    this.columns = blueprint.columns();
  }

  /** The plain text of a key of one field, a JSON object of others; empty if a part is missing. */
  Optional<String> of(Draft draft) {
    List<String> fields = dataset.key().fields();
    List<Optional<String>> parts = fields.stream().map(name -> part(name, draft)).toList();
    if (fields.isEmpty() || parts.contains(Optional.<String>empty())) {
      return Optional.empty();
    }
    if (fields.size() == 1) {
      return parts.get(0);
    }
    ObjectNode key = JSON.createObjectNode();
    IntStream.range(0, fields.size())
        .forEach(i -> key.put(fields.get(i), parts.get(i).orElseThrow()));
    return Optional.of(key.toString());
  }

  private Optional<String> part(String name, Draft draft) {
    Field field = dataset.field(name);
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      if (draft.numbers[i] == Column.NULL) {
        continue;
      }
      if (column.field().name().equals(name)) {
        return Optional.of(written(column, draft.numbers[i]));
      }
      if (field.derive().isPresent() && column.values() instanceof Isbns isbns) {
        return Isbn.isbn13(isbns.value(draft.numbers[i]));
      }
    }
    return Optional.empty();
  }

  private String written(Column column, long number) {
    text.backTo(0);
    column.values().write(number, text);
    return new String(text.toBytes(), java.nio.charset.StandardCharsets.UTF_8);
  }
}
