package io.cloudpulse.schemas.file;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Enrichment;
import io.cloudpulse.schemas.Field;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code enrich}, and adds what is taken to the declared fields. */
final class EnrichmentReader {
  private static final List<String> SETTINGS = List.of("from", "on", "take", "required", "refresh");

  private final YamlMapping settings;
  private final DeclaredFields fields;
  private final Optional<Dataset> from;
  private final boolean required;

  private EnrichmentReader(YamlMapping settings, DeclaredFields fields) {
    this.settings = settings;
    this.fields = fields;
    this.from = settings.require("from", "books.catalogue").flatMap(ReferredDataset::read);
    this.required = settings.flag("required").orElse(false);
  }

  static Optional<Enrichment> read(YamlMapping file, DeclaredFields fields) {
    return file.get("enrich")
        .flatMap(value -> value.settings(SETTINGS))
        .flatMap(settings -> new EnrichmentReader(settings, fields).read());
  }

  private Optional<Enrichment> read() {
    Enrichment.Builder enrichment = Enrichment.builder().required(required);
    settings.require("on", "{isbn_13: isbn_13}").map(this::on).ifPresent(enrichment::matching);
    settings
        .require("take", "[title, authors]")
        .map(value -> new TakenFields(fields, from, required).read(value))
        .ifPresent(enrichment::take);
    settings.get("refresh").flatMap(EnrichmentReader::refresh).ifPresent(enrichment::refresh);
    boolean whole = settings.get("on").isPresent() && settings.get("take").isPresent();
    return from.filter(unused -> whole).map(dataset -> enrichment.from(dataset).build());
  }

  private Map<String, String> on(YamlValue value) {
    Map<String, String> on = new LinkedHashMap<>();
    Map<String, YamlValue> entries = value.mapping().map(YamlMapping::entries).orElse(Map.of());
    if (value.isMapping() && entries.isEmpty()) {
      value.problem("must name at least one field and its match. For example: {isbn_13: isbn_13}");
    }
    entries.forEach(
        (name, match) -> {
          boolean declared = fields.isDeclared(name, match);
          Optional<Field> other = match.text().flatMap(text -> other(text, match));
          other.filter(unused -> declared).ifPresent(found -> sameType(name, found, match));
          match.text().ifPresent(text -> on.put(name, text));
        });
    return on;
  }

  private Optional<Field> other(String name, YamlValue value) {
    return from.flatMap(dataset -> TakenFields.find(dataset, name, value));
  }

  private void sameType(String name, Field other, YamlValue match) {
    Optional<Field> own = fields.find(name);
    if (own.isPresent() && !own.get().type().equals(other.type())) {
      match.problem(
          "is %s in %s, but %s is %s: they must be of one type"
              .formatted(other.type(), from.orElseThrow().name(), name, own.get().type()));
    }
  }

  private static Optional<Duration> refresh(YamlValue value) {
    Optional<String> text = value.text();
    try {
      Optional<Duration> refresh = text.map(Duration::parse);
      if (refresh.isEmpty() || (!refresh.get().isNegative() && !refresh.get().isZero())) {
        return refresh;
      }
    } catch (DateTimeParseException | ArithmeticException notOne) {
      // Told below, as is one that is not above zero.
    }
    value.refuse("a duration above zero as ISO-8601 writes it", "PT1M");
    return Optional.empty();
  }
}
