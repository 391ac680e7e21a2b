package io.cloudpulse.transforms.postgres;

/**
 * What is known of a run when it starts.
 *
 * @param run its id
 * @param sinks addresses, separated by commas
 * @param mode {@code batch} or {@code streaming}
 * @param plan the hash of its plan; empty if none was asked for
 */
public record RunStart(
    String run,
    String dataset,
    String source,
    String sinks,
    String runner,
    String mode,
    String plan) {}
