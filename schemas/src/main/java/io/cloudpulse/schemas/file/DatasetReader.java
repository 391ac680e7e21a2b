package io.cloudpulse.schemas.file;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Field;
import io.cloudpulse.schemas.FieldType.Kind;
import io.cloudpulse.schemas.Key;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the settings of a dataset file as a whole. */
final class DatasetReader {
  private static final Pattern NAME =
      Pattern.compile("[a-z][a-z0-9_]{0,62}\\.[a-z][a-z0-9_]{0,62}");
  private static final int MOST_CLUSTERS = 4;
  private static final Set<Kind> EXACT = EnumSet.complementOf(EnumSet.of(Kind.DOUBLE, Kind.JSON));
  private static final List<String> SETTINGS =
      Stream.concat(
              Stream.of(
                  "dataset",
                  "description",
                  "fields",
                  "key",
                  "eventTime",
                  "version",
                  "clusterBy",
                  "findBy",
                  "rules",
                  "layouts",
                  "enrich",
                  "into"),
              LayoutReader.SHARED.stream())
          .toList();

  private final Problems problems;
  private final DatasetFile.Use use;

  DatasetReader(Problems problems, DatasetFile.Use use) {
    this.problems = problems;
    this.use = use;
  }

  /** The dataset, or empty if a problem was found. */
  Optional<Dataset> read(YamlValue root) {
    return root.settings(SETTINGS).flatMap(this::read);
  }

  private Optional<Dataset> read(YamlMapping file) {
    DeclaredFields fields = DeclaredFields.read(file);
    Dataset.Builder dataset = Dataset.builder();
    if (use == DatasetFile.Use.REFERRED_TO) {
      aloneOnly(file);
    } else {
      EnrichmentReader.read(file, fields).ifPresent(dataset::enrichment);
    }
    name(file).ifPresent(dataset::name);
    file.text("description").ifPresent(dataset::description);
    dataset.layouts(LayoutReader.read(file, fields));
    Optional<Key> key = KeyReader.read(file, fields);
    key.ifPresent(dataset::key);
    dataset.fields(stored(file, withKeyRequired(fields.readable(), key), key, dataset));
    times(file, fields, dataset);
    file.get("clusterBy").ifPresent(value -> dataset.clusterBy(clusters(value, fields)));
    file.get("findBy").ifPresent(value -> dataset.findBy(found(value, fields)));
    dataset.rules(RuleReader.read(file));
    if (use == DatasetFile.Use.OWN) {
      ExpressionChecks.check(file, fields);
    }
    return problems.count() == 0 ? Optional.of(dataset.build()) : Optional.empty();
  }

  private static void aloneOnly(YamlMapping file) {
    Stream.of("enrich", "into")
        .flatMap(name -> file.get(name).stream())
        .forEach(value -> value.problem("is not for a dataset that another one refers to"));
  }

  /** The fields in the order in which they are stored. */
  private List<Field> stored(
      YamlMapping file, List<Field> fields, Optional<Key> key, Dataset.Builder dataset) {
    Optional<Dataset> into =
        file.get("into")
            .filter(unused -> use != DatasetFile.Use.REFERRED_TO)
            .flatMap(value -> IntoReader.read(value, fields, key));
    into.ifPresent(dataset::into);
    return into.map(target -> IntoReader.ordered(fields, target)).orElse(fields);
  }

  private static Optional<String> name(YamlMapping file) {
    Optional<YamlValue> value = file.require("dataset", "crm.accounts");
    Optional<String> name = value.flatMap(YamlValue::text);
    if (name.isPresent() && !NAME.matcher(name.get()).matches()) {
      value
          .get()
          .refuse(
              "family.kind, two words of lower-case letters, digits and underscores",
              "crm.accounts");
    }
    return name;
  }

  /** A version that is the event time is the field of that name: readers of it see one thing. */
  private static void times(YamlMapping file, DeclaredFields fields, Dataset.Builder dataset) {
    Optional<String> eventTime = file.get("eventTime").flatMap(fields::timeReference);
    eventTime.ifPresent(dataset::eventTime);
    Optional<YamlValue> version = file.get("version");
    if (version.isEmpty()) {
      return;
    }
    if (!version.get().isText() || !version.get().text().equals(Optional.of("eventTime"))) {
      fields.timeReference(version.get()).ifPresent(dataset::version);
    } else if (file.get("eventTime").isEmpty()) {
      version.get().refuse("a field, as long as eventTime is not set");
    } else {
      eventTime.ifPresent(dataset::version);
    }
  }

  private static List<String> clusters(YamlValue value, DeclaredFields fields) {
    List<String> names =
        DistinctFields.read(value, fields, EXACT, "a field that BigQuery can cluster by");
    if (names.size() > MOST_CLUSTERS) {
      value.problem("must name at most " + MOST_CLUSTERS + " fields, not " + names.size());
    }
    return names;
  }

  private static List<String> found(YamlValue value, DeclaredFields fields) {
    return DistinctFields.read(value, fields, EXACT, "a field whose values are equal or not");
  }

  private static List<Field> withKeyRequired(List<Field> fields, Optional<Key> key) {
    List<String> required = key.map(Key::fields).orElse(List.of());
    return fields.stream()
        .map(f -> required.contains(f.name()) ? f.toBuilder().required(true).build() : f)
        .toList();
  }
}
