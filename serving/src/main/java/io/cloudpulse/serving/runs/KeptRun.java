package io.cloudpulse.serving.runs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cloudpulse.schemas.ledger.RunState;
import java.time.Duration;
import java.util.Optional;

/**
 * A row of {@code pulse.runs}. Where a run stands is in its report, if it has ended; else in the
 * last sign of life that it gave.
 *
 * @param counts the report or the sign of life; missing if there is neither
 */
record KeptRun(JsonNode row, JsonNode counts, boolean hasEnded) {
  static KeptRun of(JsonNode row) {
    boolean hasReport = row.path("report").isObject();
    JsonNode counts = hasReport ? row.path("report") : row.path("live");
    return new KeptRun(row, counts.isObject() ? counts : MissingNode.getInstance(), hasReport);
  }

  private ObjectNode about() {
    ObjectNode about = JsonNodeFactory.instance.objectNode();
    for (String name : new String[] {"dataset", "source", "runner", "mode"}) {
      about.put(name, Addresses.withoutQuery(row.path(name).asText()));
    }
    return about.put("state", state());
  }

  private String state() {
    JsonNode silent = row.path("silent_seconds");
    Optional<Duration> age =
        silent.isNumber()
            ? Optional.of(Duration.ofMillis((long) (silent.asDouble() * 1000)))
            : Optional.empty();
    return RunState.of(
        row.path("state").asText(), age, row.path("runner").asText(), RunState.PATIENCE);
  }

  private void count(ObjectNode shown) {
    for (String name : new String[] {"read", "accepted", "refused"}) {
      shown.put(name, counts.path(name).asLong());
    }
  }

  /** As a run, with its balance. */
  ObjectNode run() {
    ObjectNode run = JsonNodeFactory.instance.objectNode();
    run.put("run", row.path("run").asText()).put("job", row.path("run").asText());
    run.setAll(about());
    run.set("started", row.path("started_at"));
    run.set("ended", row.path("finished_at"));
    count(run);
    run.put("balanced", hasEnded ? counts.path("imbalance").isEmpty() : null);
    run.set("sinks", sinks());
    JsonNode reasons = counts.path("refusedByReason");
    run.set("refused_by_reason", reasons.isObject() ? reasons : run.objectNode());
    return error(run);
  }

  private ArrayNode sinks() {
    ArrayNode sinks = JsonNodeFactory.instance.arrayNode();
    JsonNode named = hasEnded ? counts.path("delivered") : counts.path("sinks");
    named
        .fieldNames()
        .forEachRemaining(
            sink ->
                sinks
                    .addObject()
                    .put("sink", sink)
                    .put("delivered", of(sink, "delivered", "delivered"))
                    .put("superseded", of(sink, "superseded", "superseded"))
                    .put("refused", of(sink, "refusedBySink", "refused")));
    return sinks;
  }

  private long of(String sink, String reported, String living) {
    return hasEnded
        ? counts.path(reported).path(sink).asLong()
        : counts.path("sinks").path(sink).path(living).asLong();
  }

  /** As a job, with what it still has to do. */
  ObjectNode job() {
    ObjectNode job = JsonNodeFactory.instance.objectNode();
    job.put("job", row.path("run").asText());
    job.setAll(about());
    job.set("since", since());
    count(job);
    Progress progress = Progress.of(row.path("live").path("partitions"));
    boolean isRated = hasEnded || job.path("state").asText().equals(RunState.RUNNING);
    job.put("rate", isRated ? Long.valueOf(counts.path("rowsPerSecond").asLong()) : null);
    job.put("lag", progress.lag().orElse(null));
    job.put("watermark", progress.watermark().map(Object::toString).orElse(null));
    JsonNode open = row.path("live").path("deadLettersOpen");
    job.put("open_letters", open.isNumber() ? Long.valueOf(open.asLong()) : null);
    return error(job);
  }

  /** Of one that runs, or ran, the last sign of life; of any other, its end. */
  private JsonNode since() {
    boolean isOpen = row.path("state").asText().equals(RunState.RUNNING);
    JsonNode last = row.path(isOpen ? "heartbeat_at" : "finished_at");
    return last.isTextual() ? last : row.path("started_at");
  }

  private ObjectNode error(ObjectNode shown) {
    JsonNode error = row.path("error");
    return shown.put("error", error.isTextual() ? Addresses.withoutQuery(error.asText()) : null);
  }
}
