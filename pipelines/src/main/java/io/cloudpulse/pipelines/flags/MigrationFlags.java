package io.cloudpulse.pipelines.flags;

import io.cloudpulse.transforms.SchemaPolicy;
import java.util.Locale;
import picocli.CommandLine.Option;

/** Flags for moving between stores, and for datasets that change; as texts. */
public final class MigrationFlags {
  @Option(
      names = "--incremental",
      defaultValue = "false",
      fallbackValue = "true",
      arity = "0..1",
      paramLabel = "true|false",
      description =
          "Takes of a table only what was written since the last run of the same dataset, source"
              + " and sinks that ended well; all of it, if there was none (default: false).")
  String incremental;

  @Option(
      names = "--schema",
      defaultValue = "refuse",
      paramLabel = "evolve|refuse|ignore",
      description =
          "What is done about a sink that lacks fields that the dataset has gained: evolve adds"
              + " them, refuse writes nothing, ignore leaves them out (default: ${DEFAULT-VALUE}).")
  String schema;

  boolean isIncremental(SourceAddress source, Problems problems) {
    if (!"true".equals(incremental) && !"false".equals(incremental)) {
      problems.flag("incremental", incremental, "true or false", "true");
    }
    boolean wanted = "true".equals(incremental);
    if (wanted && source != null && !source.isTable()) {
      problems.add(
          "--incremental takes what changed in a table, but --source was \""
              + source.written()
              + "\". For example: --source=jdbc:postgresql://host:5432/shop");
    }
    return wanted;
  }

  SchemaPolicy schema(Problems problems) {
    for (SchemaPolicy policy : SchemaPolicy.values()) {
      if (policy.name().toLowerCase(Locale.ROOT).equals(schema)) {
        return policy;
      }
    }
    problems.flag("schema", schema, "evolve, refuse or ignore", "evolve");
    return SchemaPolicy.REFUSE;
  }
}
