package io.cloudpulse.pipelines.flags;

import java.time.Duration;
import java.util.Optional;

/**
 * How a stream is read.
 *
 * @param job its name, under which its positions are kept
 * @param startAt {@code earliest}, {@code latest} or a time; where a job starts that has no
 *     position
 * @param untilEnd whether it ends at the offsets that were the last at launch
 * @param outOfOrder how far the watermark stays behind the newest event
 * @param idleAfter when a partition without records stops holding the watermark back
 * @param rounds how its rounds are cut; empty if it is not run in rounds
 */
public record StreamSettings(
    String job,
    String startAt,
    boolean untilEnd,
    Duration outOfOrder,
    Duration idleAfter,
    Optional<RoundSettings> rounds) {}
