package io.cloudpulse.pipelines.preflight;

/**
 * What a step asks of its runner.
 *
 * @param detail where it says so, such as {@code timer "close"}; may be empty
 */
public record Requirement(Capability capability, String detail) {
  static Requirement of(Capability capability) {
    return new Requirement(capability, "");
  }

  /** For a person: the capability, and in brackets what asks for it. */
  public String words() {
    return detail.isEmpty() ? capability.words() : capability.words() + " (" + detail + ")";
  }
}
