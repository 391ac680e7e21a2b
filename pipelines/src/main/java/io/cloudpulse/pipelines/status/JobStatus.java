package io.cloudpulse.pipelines.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cloudpulse.pipelines.live.LiveJson;
import io.cloudpulse.pipelines.live.LiveStatus;
import java.time.Duration;
import java.time.Instant;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * A run as those see it who watch.
 *
 * @param live where it stands, or stood when it was last heard of
 * @param error why it failed; null if it did not
 */
public record JobStatus(JobAbout about, JobState state, LiveStatus live, @Nullable String error) {

  /**
   * What runs.
   *
   * @param sinks addresses, separated by commas
   */
  public record JobAbout(String source, String sinks, String runner, String mode) {}

  public String job() {
    return live.job();
  }

  /** Of a row of {@code pulse.runs}, as JSON. */
  public static JobStatus of(JsonNode row) {
    JobAbout about =
        new JobAbout(
            row.path("source").asText(),
            row.path("sinks").asText(),
            row.path("runner").asText(),
            row.path("mode").asText());
    JsonNode silent = row.path("silent_seconds");
    Duration age = silent.isNumber() ? Duration.ofMillis((long) (silent.asDouble() * 1000)) : null;
    String kept = row.path("state").asText();
    JobState state = JobState.of(kept, since(row, kept), age, about.runner());
    JsonNode error = row.path("error");
    return new JobStatus(
        about, state, KeptStatus.of(row), error.isTextual() ? error.asText() : null);
  }

  /** Of one that runs, or ran, the last sign of life; of any other, its end. */
  private static Instant since(JsonNode row, String state) {
    for (String time : new String[] {ending(state), "started_at"}) {
      if (row.path(time).isTextual()) {
        return LiveJson.MAPPER.convertValue(row.path(time), Instant.class);
      }
    }
    return Instant.EPOCH;
  }

  private static String ending(String state) {
    return state.equals("running") ? "heartbeat_at" : "finished_at";
  }

  /** Flat, for machines. */
  public ObjectNode json(Instant now) {
    ObjectNode json = LiveJson.MAPPER.createObjectNode();
    json.put("job", live.job()).put("state", state.name()).put("since", state.since().toString());
    json.setAll((ObjectNode) LiveJson.MAPPER.valueToTree(about));
    json.setAll((ObjectNode) LiveJson.MAPPER.valueToTree(live));
    json.put("lag", live.lag().orElse(null));
    json.put("watermark", live.watermark().map(Instant::toString).orElse(null));
    json.put(
        "watermarkDelaySeconds",
        live.watermark().map(time -> Duration.between(time, now).toSeconds()).orElse(null));
    return json.put("error", error);
  }
}
