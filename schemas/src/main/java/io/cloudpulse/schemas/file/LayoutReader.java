package io.cloudpulse.schemas.file;

import io.cloudpulse.schemas.Layout;
import io.cloudpulse.schemas.Layout.Format;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the settings of how files are laid out: the file's own, and those of each layout. */
final class LayoutReader {
  /** Settings that a file may give once for all its layouts. */
  static final List<String> SHARED =
      List.of(
          "format",
          "encoding",
          "delimiter",
          "preamble",
          "multiline",
          "trim",
          "nulls",
          "header",
          "ignore",
          "unpivot");

  private static final List<String> SETTINGS =
      Stream.concat(Stream.of("name", "aliases", "constants"), SHARED.stream()).toList();

  private final DeclaredFields fields;
  private final Set<String> names = new HashSet<>();

  private LayoutReader(DeclaredFields fields) {
    this.fields = fields;
  }

  /** At least one, if nothing was wrong with them. */
  static List<Layout> read(YamlMapping file, DeclaredFields fields) {
    LayoutReader reader = new LayoutReader(fields);
    Layout defaults = reader.shared(Layout.builder().build(), file);
    Optional<YamlValue> entries = file.get("layouts");
    if (entries.isEmpty()) {
      return List.of(finish(defaults));
    }
    List<Layout> layouts = new ArrayList<>();
    List<YamlValue> items = entries.get().items();
    if (items.isEmpty() && entries.get().isList()) {
      entries.get().problem("must hold at least one layout, or be left out");
    }
    for (YamlValue item : items) {
      item.settings(SETTINGS)
          .ifPresent(settings -> layouts.add(finish(reader.own(defaults, settings))));
    }
    return layouts;
  }

  private Layout own(Layout defaults, YamlMapping settings) {
    Layout.Builder layout = shared(defaults, settings).toBuilder();
    settings
        .require("name", "wide")
        .ifPresent(value -> value.text().ifPresent(name -> layout.name(unique(name, value))));
    LayoutFields mentioned = new LayoutFields(fields);
    settings.get("aliases").map(mentioned::aliases).ifPresent(layout::aliases);
    settings.get("constants").map(mentioned::constants).ifPresent(layout::constants);
    return layout.build();
  }

  private String unique(String name, YamlValue value) {
    if (name.isBlank()) {
      value.refuse("a name that is not blank", "wide");
    } else if (!names.add(name)) {
      value.refuse("a name that no layout before has");
    }
    return name;
  }

  private Layout shared(Layout defaults, YamlMapping settings) {
    Layout.Builder layout = defaults.toBuilder();
    settings.get("format").flatMap(LayoutReader::format).ifPresent(layout::format);
    settings.get("encoding").flatMap(Encoding::read).ifPresent(layout::encoding);
    settings.get("delimiter").flatMap(LayoutReader::delimiter).ifPresent(layout::delimiter);
    settings.get("preamble").flatMap(YamlValue::count).ifPresent(layout::preamble);
    settings.flag("multiline").ifPresent(layout::multiline);
    settings.flag("trim").ifPresent(layout::trim);
    settings.texts("nulls").ifPresent(layout::nulls);
    settings.get("header").map(LayoutReader::header).ifPresent(layout::header);
    settings.texts("ignore").ifPresent(layout::ignore);
    settings.get("unpivot").flatMap(new LayoutFields(fields)::unpivot).ifPresent(layout::unpivot);
    return layout.build();
  }

  /** A line is a record in JSON lines, whatever stands in it. */
  private static Layout finish(Layout layout) {
    return layout.format() == Format.JSONL ? layout.toBuilder().multiline(false).build() : layout;
  }

  private static Optional<Format> format(YamlValue value) {
    Optional<String> text = value.text();
    if (text.isPresent() && !List.of("csv", "jsonl").contains(text.get())) {
      value.refuse("csv or jsonl");
      return Optional.empty();
    }
    return text.map(name -> Format.valueOf(name.toUpperCase(Locale.ROOT)));
  }

  private static Optional<Character> delimiter(YamlValue value) {
    Optional<String> text = value.text();
    if (text.isPresent() && !text.get().matches("[\\p{ASCII}&&[^\"\r\n]]")) {
      value.refuse("one ASCII character that is no quote and no line break", "\";\" or \"\\t\"");
      return Optional.empty();
    }
    return text.map(one -> one.charAt(0));
  }

  private static List<String> header(YamlValue value) {
    List<String> names = value.texts();
    if (new HashSet<>(names).size() < names.size()) {
      value.problem("must name each column once");
    }
    return names;
  }
}
