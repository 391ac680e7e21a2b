package io.cloudpulse.pipelines.flags;

import io.cloudpulse.transforms.postgres.PostgresAddress;
import java.util.Optional;

/**
 * A sink that a flag named.
 *
 * @param name what the run report calls it
 * @param written as the flag had it, which is the same on every machine
 * @param trouble why it cannot be reached, if that is known before anyone has tried
 */
public record SinkAddress(
    String name, String written, PostgresAddress database, Optional<String> trouble) {}
