package io.cloudpulse.pipelines.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.runners.TransformHierarchy.Node;
import org.apache.beam.sdk.values.PValue;

/** Reads the steps of a built pipeline: our own composites are entered, Beam's are single steps. */
final class GraphWalk extends Pipeline.PipelineVisitor.Defaults {
  private static final String BEAM = "org.apache.beam.";

  private final Deque<List<GraphStep>> open = new ArrayDeque<>();
  private final Map<PValue, String> madeBy = new HashMap<>();

  private GraphWalk() {
    open.push(new ArrayList<>());
  }

  /** The outermost steps, in the order in which they were applied. */
  static List<GraphStep> of(Pipeline pipeline) {
    GraphWalk walk = new GraphWalk();
    pipeline.traverseTopologically(walk);
    return List.copyOf(walk.open.element());
  }

  @Override
  public CompositeBehavior enterCompositeTransform(Node node) {
    if (node.isRootNode()) {
      return CompositeBehavior.ENTER_TRANSFORM;
    }
    if (isBeams(node)) {
      addLeaf(node);
      return CompositeBehavior.DO_NOT_ENTER_TRANSFORM;
    }
    open.push(new ArrayList<>());
    return CompositeBehavior.ENTER_TRANSFORM;
  }

  @Override
  public void leaveCompositeTransform(Node node) {
    if (!node.isRootNode() && !isBeams(node)) {
      List<GraphStep> steps = List.copyOf(open.pop());
      open.element().add(step(node, steps));
    }
  }

  @Override
  public void visitPrimitiveTransform(Node node) {
    addLeaf(node);
  }

  private void addLeaf(Node node) {
    open.element().add(step(node, List.of()));
    node.getOutputs().values().forEach(output -> madeBy.put(output, node.getFullName()));
  }

  private GraphStep step(Node node, List<GraphStep> steps) {
    List<String> after =
        node.getInputs().values().stream()
            .map(madeBy::get)
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    String id = node.getFullName();
    return new GraphStep(id, id.substring(id.lastIndexOf('/') + 1), after, steps);
  }

  private static boolean isBeams(Node node) {
    return node.getTransform() == null || node.getTransform().getClass().getName().startsWith(BEAM);
  }
}
