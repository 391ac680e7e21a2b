package io.cloudpulse.pipelines.preflight;

/**
 * What a runner makes of something that a step asks for.
 *
 * @param step its full name
 * @param reason why it is not simply ok; empty if it is
 * @param advice what to change; empty if it is ok
 */
public record StepVerdict(
    String step, Level level, Requirement requirement, String reason, String advice) {

  static StepVerdict of(String step, Requirement requirement, Claim claim) {
    return new StepVerdict(step, claim.level(), requirement, claim.reason(), claim.advice());
  }

  /** For a person, in sentences. */
  public String sentence() {
    return "%s needs %s: %s. %s".formatted(step, requirement.words(), reason, advice);
  }
}
