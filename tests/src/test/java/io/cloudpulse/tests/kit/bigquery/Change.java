package io.cloudpulse.tests.kit.bigquery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One change to the row of a key, as https://cloud.google.com/bigquery/docs/change-data-capture
 * describes it: {@code _CHANGE_TYPE} is {@code UPSERT} or {@code DELETE}; {@code
 * _CHANGE_SEQUENCE_NUMBER} is up to four sections of up to 16 hexadecimal digits with slashes
 * between them, compared section by section as numbers.
 *
 * @param sections of the sequence number
 */
record Change(String key, boolean delete, List<String> sections, ObjectNode row) {
  private static final Pattern SEQUENCE =
      Pattern.compile("[0-9A-Fa-f]{1,16}(/[0-9A-Fa-f]{1,16}){0,3}");

  /**
   * Reads a row.
   *
   * @param key names of the primary key's columns
   */
  static Change of(DynamicMessage message, List<ColumnRule> columns, List<String> key) {
    String type = pseudo(message, "_CHANGE_TYPE");
    if (!type.equals("UPSERT") && !type.equals("DELETE")) {
      throw new ColumnRule.BadRow(
          "The given value is not a valid CHANGE_TYPE in upsert mode: " + type);
    }
    String sequence = pseudo(message, "_CHANGE_SEQUENCE_NUMBER");
    if (!SEQUENCE.matcher(sequence).matches()) {
      throw new ColumnRule.BadRow("Invalid _CHANGE_SEQUENCE_NUMBER: " + sequence);
    }
    ObjectNode row = ColumnRule.row(message, columns);
    List<String> values = key.stream().map(name -> row.path(name).toString()).toList();
    return new Change(values.toString(), type.equals("DELETE"), List.of(sequence.split("/")), row);
  }

  private static String pseudo(DynamicMessage message, String name) {
    FieldDescriptor field = message.getDescriptorForType().findFieldByName(name);
    return field == null ? "" : (String) message.getField(field);
  }

  /** Equal numbers are taken in the order they come in. */
  boolean supersedes(Change other) {
    return Comparator.comparing(Change::numbers, Change::compare).compare(this, other) >= 0;
  }

  private List<Long> numbers() {
    List<Long> numbers = new ArrayList<>();
    sections.forEach(section -> numbers.add(Long.parseUnsignedLong(section, 16)));
    return numbers;
  }

  private static int compare(List<Long> one, List<Long> other) {
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      int order = Long.compareUnsigned(one.get(i), other.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(one.size(), other.size());
  }
}
