package io.cloudpulse.schemas.file;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * One value of a file, with its path and place. Each reading gives the value, or empty after noting
 * why it has none.
 */
final class YamlValue {
  private final Node node;
  private final String path;
  private final Optional<Mark> place;
  private final Problems problems;

  YamlValue(Node node, String path, Optional<Mark> place, Problems problems) {
    this.node = node;
    this.path = path;
    this.place = place;
    this.problems = problems;
  }

  String path() {
    return path;
  }

  /** The text as written, be it quoted or not; a number or a word such as true is a text too. */
  Optional<String> text() {
    if (node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)) {
      return Optional.of(scalar.getValue());
    }
    problem(
        node instanceof ScalarNode
            ? "has no value. Leave it out, or write a text in quotes"
            : "must be one text, not a " + kind());
    return Optional.empty();
  }

  Optional<Boolean> flag() {
    Optional<String> text = text();
    if (text.isPresent() && !List.of("true", "false").contains(text.get())) {
      refuse("true or false");
      return Optional.empty();
    }
    return text.map(Boolean::valueOf);
  }

  /** A whole number from 0 to 9999. */
  Optional<Integer> count() {
    Optional<String> text = text();
    if (text.isPresent() && !text.get().matches("\\d{1,4}")) {
      refuse("a whole number from 0 to 9999");
      return Optional.empty();
    }
    return text.map(Integer::valueOf);
  }

  /** The entries of a list; none, after noting so, if it is not one. */
  List<YamlValue> items() {
    List<YamlValue> items = new ArrayList<>();
    if (node instanceof SequenceNode sequence) {
      for (Node item : sequence.getValue()) {
        String itemPath = path + "[" + items.size() + "]";
        items.add(new YamlValue(item, itemPath, item.getStartMark(), problems));
      }
    } else {
      problem("must be a list, such as [a, b], not a " + kind());
    }
    return items;
  }

  /** The texts of a list; an entry that is none is left out. */
  List<String> texts() {
    return items().stream().flatMap(item -> item.text().stream()).toList();
  }

  /** Settings with these keys and no others. */
  Optional<YamlMapping> settings(Collection<String> keys) {
    Optional<YamlMapping> mapping = mapping();
    mapping.ifPresent(settings -> settings.allow(keys));
    return mapping;
  }

  /** Settings with any keys. */
  Optional<YamlMapping> mapping() {
    if (node instanceof MappingNode mapping) {
      return Optional.of(new YamlMapping(this, mapping, problems));
    }
    problem("must be settings, such as {name: value}, not a " + kind());
    return Optional.empty();
  }

  boolean isText() {
    return node instanceof ScalarNode;
  }

  boolean isList() {
    return node instanceof SequenceNode;
  }

  boolean isMapping() {
    return node instanceof MappingNode;
  }

  /** Says what it was and what it must be. */
  void refuse(String allowed) {
    String was = node instanceof ScalarNode scalar ? scalar.getValue() : "a " + kind();
    problem("was \"" + was + "\", but must be " + allowed);
  }

  void refuse(String allowed, String example) {
    refuse(allowed + ". For example: " + example);
  }

  /** Goes on from the path to a sentence. */
  void problem(String message) {
    problems.add(place, path, message);
  }

  /** Notes, at this place, a setting that is not there. */
  void missing(String missingPath, String message) {
    problems.add(place, missingPath, message);
  }

  private String kind() {
    return switch (node.getNodeType()) {
      case SEQUENCE -> "list";
      case MAPPING -> "group of settings";
      default -> "text";
    };
  }
}
