package io.cloudpulse.schemas.file;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Settings by name, in the order of the file. Names written twice are noted as it is read. */
final class YamlMapping {
  private final YamlValue value;
  private final Problems problems;
  private final Map<String, YamlValue> entries = new LinkedHashMap<>();
  private final Map<String, Optional<Mark>> keys = new LinkedHashMap<>();

  YamlMapping(YamlValue value, MappingNode node, Problems problems) {
    this.value = value;
    this.problems = problems;
    node.getValue().forEach(this::add);
  }

  private void add(NodeTuple entry) {
    Optional<Mark> place = entry.getKeyNode().getStartMark();
    if (!(entry.getKeyNode() instanceof ScalarNode name)) {
      problems.add(place, value.path(), "has a name that is not a text");
      return;
    }
    String path = value.path().isEmpty() ? name.getValue() : value.path() + "." + name.getValue();
    Optional<Mark> first = keys.putIfAbsent(name.getValue(), place);
    if (first == null) {
      Node node = entry.getValueNode();
      entries.put(name.getValue(), new YamlValue(node, path, place(place, node), problems));
    } else {
      String line = first.map(mark -> " on line " + (mark.getLine() + 1)).orElse("");
      problems.add(place, path, "is written twice: first" + line);
    }
  }

  /** A value that begins under its name is looked for at its name. */
  private static Optional<Mark> place(Optional<Mark> key, Node node) {
    Optional<Mark> start = node.getStartMark();
    boolean sameLine =
        start.isPresent() && key.isPresent() && start.get().getLine() == key.get().getLine();
    return sameLine ? start : key;
  }

  /** Notes the names that are none of these. */
  void allow(Collection<String> names) {
    for (Map.Entry<String, YamlValue> entry : entries.entrySet()) {
      if (!names.contains(entry.getKey())) {
        String near = NearNames.question(entry.getKey(), names);
        String known = near.isEmpty() ? ". Known here: " + String.join(", ", names) : "." + near;
        problems.add(keys.get(entry.getKey()), entry.getValue().path(), "is not known" + known);
      }
    }
  }

  /** The settings as a value: what a problem with all of them is noted on. */
  YamlValue value() {
    return value;
  }

  Map<String, YamlValue> entries() {
    return entries;
  }

  Optional<YamlValue> get(String name) {
    return Optional.ofNullable(entries.get(name));
  }

  /** Notes it if missing. */
  Optional<YamlValue> require(String name, String example) {
    if (!entries.containsKey(name)) {
      String path = value.path().isEmpty() ? name : value.path() + "." + name;
      value.missing(path, "is missing. For example: " + name + ": " + example);
    }
    return get(name);
  }

  Optional<String> text(String name) {
    return get(name).flatMap(YamlValue::text);
  }

  Optional<Boolean> flag(String name) {
    return get(name).flatMap(YamlValue::flag);
  }

  Optional<List<String>> texts(String name) {
    return get(name).map(YamlValue::texts);
  }

  /** Texts by name. */
  Map<String, String> textsByName() {
    Map<String, String> texts = new LinkedHashMap<>();
    entries.forEach((name, entry) -> entry.text().ifPresent(text -> texts.put(name, text)));
    return texts;
  }
}
