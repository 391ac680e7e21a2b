package io.cloudpulse.pipelines.flags;

import java.time.Duration;

/**
 * How the rounds of a stream are cut.
 *
 * @param size most offsets that one round reads of a partition
 * @param pause longest wait between two looks at a topic that has nothing new
 */
public record RoundSettings(int size, Duration pause) {}
