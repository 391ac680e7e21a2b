package io.cloudpulse.schemas.shape;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.FieldType;
import java.util.Collection;

/**
 * A dataset's index in Elasticsearch. A document holds the fields and nothing else: its key is the
 * document's id and its version the external version, which are metadata there, and Elasticsearch
 * takes no field that is named like metadata.
 *
 * <p>A document keeps every value as it was written; what follows is about searching and adding up.
 * Strings match as a whole, and by words under {@code <field>.text}; one of more than 8,191
 * characters is found by words only. Decimals are doubles: exact to 15 digits. Timestamps count
 * milliseconds: microseconds would end in the year 2262. JSON is kept and not searched.
 */
public final class ElasticsearchShape {
  /** Lucene takes terms of at most 32,766 bytes, and a character may have four. */
  private static final int LONGEST_KEYWORD = 8191;

  private final Dataset dataset;

  private ElasticsearchShape(Dataset dataset) {
    this.dataset = dataset;
  }

  /** Of the dataset that holds the rows, where that is another one. */
  public static ElasticsearchShape of(Dataset made) {
    return new ElasticsearchShape(made.stored());
  }

  public String index() {
    return dataset.family() + "-" + dataset.kind();
  }

  /** The body of the request that creates the index. */
  public String createJson() {
    ObjectNode body = PrettyJson.object();
    // A document with a field that no dataset declares is a mistake, not a new column.
    ObjectNode mappings = body.putObject("mappings").put("dynamic", "strict");
    ObjectNode meta = mappings.putObject("_meta").put("dataset", dataset.name());
    if (!dataset.description().isEmpty()) {
      meta.put("description", dataset.description());
    }
    ObjectNode properties = mappings.putObject("properties");
    dataset.fields().forEach(field -> properties.set(field.name(), property(field.type())));
    return PrettyJson.text(body);
  }

  /** The body of the request that adds fields to the index. */
  public String addJson(Collection<String> fields) {
    ObjectNode body = PrettyJson.object();
    ObjectNode properties = body.putObject("properties");
    fields.forEach(field -> properties.set(field, property(dataset.field(field).type())));
    return PrettyJson.text(body);
  }

  private static ObjectNode property(FieldType type) {
    ObjectNode property = PrettyJson.object();
    switch (type.kind()) {
      case STRING -> {
        property.put("type", "keyword").put("ignore_above", LONGEST_KEYWORD);
        property.putObject("fields").putObject("text").put("type", "text");
      }
      case INT64 -> property.put("type", "long");
      case DOUBLE, DECIMAL -> property.put("type", "double");
      case BOOLEAN -> property.put("type", "boolean");
      case DATE -> property.put("type", "date").put("format", "strict_date");
      case TIMESTAMP ->
          property.put("type", "date").put("format", "strict_date_optional_time_nanos");
      case JSON -> property.put("type", "object").put("enabled", false);
    }
    return property;
  }
}
