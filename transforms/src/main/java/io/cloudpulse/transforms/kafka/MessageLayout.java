package io.cloudpulse.transforms.kafka;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Field;
import io.cloudpulse.schemas.Layout;
import io.cloudpulse.schemas.Layout.Format;
import io.cloudpulse.transforms.decode.Columns;
import java.io.Serializable;
import java.util.List;

/**
 * Which of a dataset's layouts messages have: told by the message, unless the address names one.
 *
 * @param json place of the layout of JSON messages; -1 if there is none
 * @param csv place of the layout of other messages; -1 if there is none
 * @param header names of the columns of CSV messages
 */
public record MessageLayout(int json, int csv, List<String> header) implements Serializable {
  static final int NONE = -1;

  /**
   * The layouts of the messages at an address.
   *
   * @throws IllegalArgumentException if the dataset has none such, or the header lacks a field
   */
  static MessageLayout of(Dataset dataset, MessagePlace address) {
    int json = first(dataset, Format.JSONL, address.layout());
    int csv = first(dataset, Format.CSV, address.layout());
    if (json == NONE && csv == NONE) {
      throw new IllegalArgumentException(
          "%s cannot be read from messages in layout \"%s\": it has %s, and a layout that makes"
                  .formatted(dataset.name(), address.layout(), names(dataset))
              + " several records of one cannot be used");
    }
    List<String> header = csv == NONE ? List.of() : header(dataset, csv, address);
    return new MessageLayout(json, csv, header);
  }

  /** A layout that unpivots makes many records of one message, which no offset could tell apart. */
  private static int first(Dataset dataset, Format format, String name) {
    for (int i = 0; i < dataset.layouts().size(); i++) {
      Layout layout = dataset.layouts().get(i);
      boolean asked = name.isEmpty() || layout.name().equals(name);
      if (asked && layout.format() == format && layout.unpivot().isEmpty()) {
        return i;
      }
    }
    return NONE;
  }

  private static String names(Dataset dataset) {
    return String.join(", ", dataset.layouts().stream().map(Layout::name).toList());
  }

  private static List<String> header(Dataset dataset, int csv, MessagePlace address) {
    Layout layout = dataset.layouts().get(csv);
    List<String> header = address.header();
    if (header.isEmpty()) {
      header = layout.header();
    }
    if (header.isEmpty()) {
      header = dataset.fields().stream().filter(Field::isRead).map(Field::name).toList();
    }
    List<String> missing = Columns.bind(dataset, layout, header).missing();
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          "the header of %s lacks %s: name every column, as in ?header=%s"
              .formatted(address.place(), String.join(", ", missing), String.join(",", header)));
    }
    return header;
  }

  /** Place of the layout of a message that begins so. */
  int of(byte first) {
    boolean isJson = csv == NONE || (first == '{' && json != NONE);
    return isJson ? json : csv;
  }

  List<String> header(int layout) {
    return layout == csv ? header : List.of();
  }
}
