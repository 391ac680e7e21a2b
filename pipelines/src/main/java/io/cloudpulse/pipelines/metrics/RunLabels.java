package io.cloudpulse.pipelines.metrics;

/** What a run is known by in its metrics. */
public record RunLabels(String job, String dataset, String source, String runner, String mode) {}
