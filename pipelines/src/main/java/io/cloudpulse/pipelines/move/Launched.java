package io.cloudpulse.pipelines.move;

import java.util.Optional;

/**
 * A job that was handed to a runner and goes on without this process.
 *
 * @param run what its ledger counts it under
 * @param id what its runner calls it; empty if it was written down as a template
 * @param name what it is called by people
 * @param ledger address of the database that counts it, without secrets
 * @param template where the job was written to instead of being started; empty if it was
 */
public record Launched(
    String run,
    String id,
    String name,
    String project,
    String region,
    boolean streaming,
    String ledger,
    Optional<String> template) {}
