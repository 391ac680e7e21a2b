package io.cloudpulse.pipelines.flags;

import io.cloudpulse.transforms.postgres.PostgresAddress;

/**
 * A sink that a flag named.
 *
 * @param name what the run report calls it
 */
public record SinkAddress(String name, PostgresAddress database) {}
