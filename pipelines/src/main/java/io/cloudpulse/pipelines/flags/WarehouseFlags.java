package io.cloudpulse.pipelines.flags;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.transforms.bigquery.BigQueryMethod;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.checkerframework.checker.nullness.qual.Nullable;
import picocli.CommandLine.Option;

/** Flags for BigQuery; as texts. */
public final class WarehouseFlags {
  @Option(
      names = "--bigqueryMethod",
      defaultValue = "upsert",
      paramLabel = "upsert|append|load",
      description =
          "How rows reach BigQuery: upsert streams each as a change to its row; append streams"
              + " events that never change, and load uploads files, of a batch, which one statement"
              + " brings into the table when the job has ended (default: ${DEFAULT-VALUE}).")
  String method = "upsert";

  /** The sinks, with the way that rows get there. */
  List<SinkAddress> over(List<SinkAddress> sinks, Problems problems) {
    Optional<BigQueryMethod> wanted = wanted();
    if (wanted.isEmpty()) {
      problems.flag("bigqueryMethod", method, "upsert, append or load", "load");
    }
    boolean staged = wanted.map(BigQueryMethod::isStaged).orElse(false);
    if (staged
        && !sinks.isEmpty()
        && sinks.stream().noneMatch(WarehouseAddress.class::isInstance)) {
      problems.add(
          "--bigqueryMethod says how rows reach BigQuery, but --sink names none."
              + " For example: --sink=bigquery://my-project/shop");
    }
    return sinks.stream().map(sink -> by(wanted.orElse(BigQueryMethod.UPSERT), sink)).toList();
  }

  private static SinkAddress by(BigQueryMethod method, SinkAddress sink) {
    return sink instanceof WarehouseAddress warehouse ? warehouse.by(method) : sink;
  }

  private Optional<BigQueryMethod> wanted() {
    return Arrays.stream(BigQueryMethod.values())
        .filter(known -> known.word().equals(method))
        .findFirst();
  }

  /** Whether the launcher is needed at the job's end. */
  boolean isStaged() {
    return wanted().map(BigQueryMethod::isStaged).orElse(false);
  }

  /** Refuses what the way cannot keep right. */
  void check(@Nullable Dataset dataset, boolean streaming, boolean windows, Problems problems) {
    if (isStaged() && streaming) {
      problems.flag(
          "bigqueryMethod",
          method,
          "upsert for a stream: the others end with one statement, and a stream has no end",
          "upsert");
    }
    boolean appends = method.equals(BigQueryMethod.APPEND.word());
    if (appends && dataset != null && !BigQueryMethod.APPEND.canKeep(dataset)) {
      problems.flag(
          "bigqueryMethod",
          method,
          "upsert or load for dataset %s, whose rows may change: what is appended never does (that"
                  .formatted(dataset.name())
              + " is right with key: content and a version field alone)",
          "load");
    } else if (appends && windows) {
      problems.flag(
          "bigqueryMethod",
          method,
          "upsert or load where events are summed up, for sums change; or leave them out:"
              + " --aggregates=off",
          "load");
    }
  }
}
