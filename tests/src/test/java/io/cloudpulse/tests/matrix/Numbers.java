package io.cloudpulse.tests.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import io.cloudpulse.pipelines.move.RunReport;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a run counted that must not depend on how it was run.
 *
 * @param refused by reason
 * @param delivered by sink
 * @param letters that are kept
 */
record Numbers(
    long read,
    long accepted,
    Map<String, Long> refused,
    Map<String, Long> delivered,
    long letters) {
  /** Of a run that found what was planted, and stored it in some sinks. */
  static Numbers of(Planted planted, List<Sink> sinks) {
    long accepted = planted.read() - planted.bad();
    Map<String, Long> delivered = new TreeMap<>();
    sinks.forEach(sink -> delivered.put(sink.id(), accepted));
    return new Numbers(planted.read(), accepted, planted.refused(), delivered, planted.bad());
  }

  static Numbers of(RunReport report) {
    return new Numbers(
        report.read(),
        report.accepted(),
        new TreeMap<>(report.refusedByReason()),
        new TreeMap<>(report.delivered()),
        report.deadLettersKept());
  }

  /** Of a job that goes on, as {@code pulse status --json} shows it. */
  static Numbers of(JsonNode job) {
    Map<String, Long> refused = new TreeMap<>();
    job.path("refusedByReason")
        .fields()
        .forEachRemaining(reason -> refused.put(reason.getKey(), reason.getValue().asLong()));
    Map<String, Long> delivered = new TreeMap<>();
    job.path("sinks")
        .fields()
        .forEachRemaining(
            sink -> delivered.put(sink.getKey(), sink.getValue().path("delivered").asLong()));
    return new Numbers(
        job.path("read").asLong(),
        job.path("accepted").asLong(),
        refused,
        delivered,
        job.path("deadLettersOpen").asLong());
  }
}
