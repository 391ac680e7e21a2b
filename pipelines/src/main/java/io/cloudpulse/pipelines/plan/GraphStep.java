package io.cloudpulse.pipelines.plan;

import java.util.List;

/**
 * A step of a pipeline.
 *
 * @param id its full name, which no other step has
 * @param name its last part, as a person reads it
 * @param after ids of the steps whose output it takes
 * @param steps what it is made of; empty for one that Beam itself carries out
 */
public record GraphStep(String id, String name, List<String> after, List<GraphStep> steps) {
  /** True for a step that nothing comes before: a source. */
  boolean isSource() {
    return after.isEmpty();
  }
}
