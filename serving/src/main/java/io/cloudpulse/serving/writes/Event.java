package io.cloudpulse.serving.writes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Field;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Something that is to become a row: a record of a dataset, as the dataset's JSON layout has it.
 *
 * @param record by the names of the dataset's fields; those of its key are there
 * @param millis the message's time, which is the row's version where the dataset declares none
 */
public record Event(Dataset dataset, ObjectNode record, long millis) {
  /** The texts of the key's fields. */
  List<String> key() {
    return dataset.key().fields().stream().map(name -> record.path(name).asText()).toList();
  }

  /** When the record says it happened, if that is its version; else the message's time. */
  long versionMillis() {
    return dataset
        .version()
        .map(field -> Instant.parse(record.path(field).asText()).toEpochMilli())
        .orElse(millis);
  }

  /** Messages of one row are in one partition. No text of a key has a comma or a quote. */
  ProducerRecord<byte[], byte[]> message() {
    return new ProducerRecord<>(
        dataset.name(),
        null,
        millis,
        String.join(",", key()).getBytes(StandardCharsets.UTF_8),
        written().toString().getBytes(StandardCharsets.UTF_8));
  }

  /** A dataset that has words of its own for true and false reads no others. */
  private ObjectNode written() {
    ObjectNode written = record.deepCopy();
    for (Field field : dataset.fields()) {
      JsonNode value = record.path(field.name());
      if (value.isBoolean() && !field.formats().isEmpty()) {
        written.put(field.name(), word(field, value.booleanValue()));
      }
    }
    return written;
  }

  /** Of several that mean the same, the first. */
  private static String word(Field field, boolean value) {
    return field.formats().get(value ? 0 : 1).split("\\|", -1)[0];
  }
}
