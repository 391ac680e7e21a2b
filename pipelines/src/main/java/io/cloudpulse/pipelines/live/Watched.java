package io.cloudpulse.pipelines.live;

import io.cloudpulse.pipelines.source.SourcePositions;
import io.cloudpulse.transforms.postgres.PostgresAddress;

/** A run that is to be watched. */
public record Watched(
    String job,
    String dataset,
    boolean streaming,
    PostgresAddress ledger,
    SourcePositions positions) {}
