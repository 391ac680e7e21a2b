package io.cloudpulse.serving.sports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Field;
import io.cloudpulse.schemas.FieldType;
import io.cloudpulse.serving.datasets.FieldKinds;
import io.cloudpulse.serving.http.Body;
import io.cloudpulse.serving.http.Kind;
import io.cloudpulse.serving.http.Kinds;
import io.cloudpulse.serving.http.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Bodies that are records of a dataset, or parts of one. */
final class RecordBody {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What names a player or a team: it stands in paths, and in a message's key. */
  static final Kind<String> NAME =
      Kinds.matching(Pattern.compile("[A-Za-z0-9._'-]{1,32}"), "1 to 32 of A-Z a-z 0-9 . _ ' -");

  private RecordBody() {}

  /**
   * A body of a dataset's fields.
   *
   * @param besides those that it does not have
   * @param optional those that it may leave out although the dataset needs them
   * @param example as JSON
   */
  static Body of(Dataset dataset, Set<String> besides, Set<String> optional, String example) {
    ObjectNode shown = parsed(example);
    List<Property> properties = new ArrayList<>();
    for (Field field : dataset.fields()) {
      if (field.isRead() && !besides.contains(field.name())) {
        boolean isNeeded = field.required() && !optional.contains(field.name());
        properties.add(property(dataset, field, isNeeded, shown));
      }
    }
    return new Body(properties, shown);
  }

  private static Property property(
      Dataset dataset, Field field, boolean isNeeded, ObjectNode shown) {
    boolean isName =
        field.type().kind() == FieldType.Kind.STRING
            && (dataset.key().fields().contains(field.name()) || field.name().equals("team_id"));
    JsonNode example = shown.has(field.name()) ? shown.get(field.name()) : example(field);
    return new Property(
        field.name(), field.description(), isName ? NAME : FieldKind.of(field), example, isNeeded);
  }

  private static JsonNode example(Field field) {
    if (!field.allowed().isEmpty()) {
      return JSON.valueToTree(field.allowed().get(0));
    }
    if (!field.examples().isEmpty()) {
      return JSON.valueToTree(field.examples().get(0));
    }
    String text = field.min().map(Object::toString).orElse(FieldKinds.example(field.type()));
    return switch (field.type().kind()) {
      case INT64 -> JSON.valueToTree(Long.valueOf(text));
      case DOUBLE, DECIMAL -> JSON.valueToTree(new java.math.BigDecimal(text));
      case BOOLEAN -> JSON.valueToTree(Boolean.valueOf(text));
      case STRING, DATE, TIMESTAMP, JSON -> JSON.valueToTree(text);
    };
  }

  private static ObjectNode parsed(String json) {
    try {
      return (ObjectNode) JSON.readTree(json);
    } catch (JsonProcessingException wrong) {
      throw new IllegalStateException(json, wrong);
    }
  }
}
