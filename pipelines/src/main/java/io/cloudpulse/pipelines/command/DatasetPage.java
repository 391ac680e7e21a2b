package io.cloudpulse.pipelines.command;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Field;
import io.cloudpulse.schemas.Key;
import io.cloudpulse.schemas.aggregates.Aggregated;
import io.cloudpulse.schemas.shape.BigQueryShape;
import io.cloudpulse.schemas.shape.ElasticsearchShape;
import io.cloudpulse.schemas.shape.PostgresShape;
import java.util.stream.Collectors;

/** What there is to know of a dataset, for a person. */
final class DatasetPage {
  private DatasetPage() {}

  static String of(Dataset dataset) {
    StringBuilder page = new StringBuilder();
    page.append(dataset.name()).append(": ").append(dataset.description()).append('\n');
    page.append("key: ").append(key(dataset.key()));
    page.append("\nversion: ").append(version(dataset)).append(aggregates(dataset));
    page.append("\n\nfields\n");
    for (Field field : dataset.fields()) {
      page.append(line(field, dataset));
    }
    page.append("\nPostgreSQL\n")
        .append(String.join(";\n", PostgresShape.of(dataset).createStatements()))
        .append(";\n\nBigQuery\n")
        .append(String.join(";\n", BigQueryShape.of(dataset).createStatements()))
        .append(";\n\nElasticsearch\n")
        .append(ElasticsearchShape.of(dataset).createJson())
        .append('\n');
    return page.toString();
  }

  private static String version(Dataset dataset) {
    return Aggregated.behind(dataset)
        .map(origin -> "grows with what of " + origin.origin() + " it is computed of")
        .orElseGet(() -> dataset.version().orElse("when the data was true (asOf)"));
  }

  private static String aggregates(Dataset dataset) {
    return Aggregated.of(dataset.name())
        .map(origin -> origin.aggregates().stream().map(Dataset::name))
        .map(names -> names.collect(Collectors.joining(", ", "\ncomputed of it: ", "")))
        .orElse("");
  }

  private static String key(Key key) {
    return switch (key.kind()) {
      case FIELDS -> String.join(", ", key.fields());
      case CONTENT -> "content: exact duplicates become one row";
      case POSITION -> "position: every record of a file is a row of its own";
    };
  }

  private static String line(Field field, Dataset dataset) {
    return String.format(
        "  %-24s %-16s %s%s%n",
        field.name(),
        field.type(),
        field.required() ? "required  " : "",
        field.derive().map(cel -> "= " + cel).orElse(from(field, dataset) + field.description()));
  }

  private static String from(Field field, Dataset dataset) {
    return field.taken() ? "from " + dataset.enrichment().orElseThrow().from().name() + ". " : "";
  }
}
