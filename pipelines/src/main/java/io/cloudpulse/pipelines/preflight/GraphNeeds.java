package io.cloudpulse.pipelines.preflight;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.runners.TransformHierarchy.Node;
import org.apache.beam.sdk.testing.TestStream;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PValue;

/**
 * Walks a built graph and notes what each step asks for. A step is what {@code pulse plan} shows as
 * one: a transform of Beam's, however much it is made of; what its insides ask for, it asks for.
 */
final class GraphNeeds extends Pipeline.PipelineVisitor.Defaults {
  private static final String BEAM = "org.apache.beam.";

  private final Map<String, Set<Requirement>> steps = new LinkedHashMap<>();
  private final Set<String> names = new TreeSet<>();
  private final Map<Node, String> branching = new LinkedHashMap<>();
  private final Set<PValue> taken = new HashSet<>();

  /** The step that the walk is inside of; null outside of any. */
  private Node step;

  /** What is known as a whole, so that its insides say nothing more; null outside of such. */
  private Node whole;

  private GraphNeeds() {}

  static GraphNeeds of(Pipeline pipeline) {
    GraphNeeds walk = new GraphNeeds();
    pipeline.traverseTopologically(walk);
    walk.findUntakenOutputs();
    walk.steps.values().stream()
        .filter(Set::isEmpty)
        .forEach(needs -> needs.add(Requirement.of(Capability.ELEMENT_WISE)));
    return walk;
  }

  /** What each step asks for, by its full name, in the order of the graph. */
  Map<String, Set<Requirement>> steps() {
    return steps;
  }

  /** Full names of all steps, and of those that are made of steps. */
  Set<String> names() {
    return names;
  }

  @Override
  public CompositeBehavior enterCompositeTransform(Node node) {
    if (node.isRootNode()) {
      return CompositeBehavior.ENTER_TRANSFORM;
    }
    if (step == null) {
      names.add(node.getFullName());
      if (isBeams(node)) {
        step = node;
      }
    }
    if (whole == null && Wholes.isOne(node.getTransform())) {
      needs(node).addAll(Wholes.needs(node.getTransform(), inputs(node)));
      whole = node;
    }
    return CompositeBehavior.ENTER_TRANSFORM;
  }

  @Override
  public void leaveCompositeTransform(Node node) {
    if (node.equals(step)) {
      var unused = needs(node);
      step = null;
    }
    if (node.equals(whole)) {
      whole = null;
    }
  }

  @Override
  public void visitPrimitiveTransform(Node node) {
    taken.addAll(node.getInputs().values());
    if (step == null) {
      names.add(node.getFullName());
    }
    Set<Requirement> needs = needs(node);
    PTransform<?, ?> transform = node.getTransform();
    if (whole != null) {
      return;
    }
    if (transform instanceof ParDo.MultiOutput<?, ?> parDo) {
      needs.addAll(DoFnNeeds.of(parDo.getFn()));
      if (!parDo.getSideInputs().isEmpty()) {
        needs.add(Requirement.of(Capability.SIDE_INPUTS));
      }
      branching.put(node, name(node));
    } else if (transform instanceof GroupByKey<?, ?>) {
      needs.add(Requirement.of(Capability.GROUP_BY_KEY));
      inputs(node).forEach(input -> needs.addAll(WindowNeeds.of(input.getWindowingStrategy())));
    } else if (transform instanceof TestStream<?>) {
      needs.add(Requirement.of(Capability.TEST_STREAM));
    }
  }

  private static List<PCollection<?>> inputs(Node node) {
    return new ArrayList<>(node.getInputs().values());
  }

  /** Who takes an output is known only at the end. */
  private void findUntakenOutputs() {
    branching.forEach(
        (node, name) -> {
          long all = node.getOutputs().size();
          long used = node.getOutputs().values().stream().filter(taken::contains).count();
          if (all > 1 && used == 1) {
            String detail = "1 of " + all + " is taken";
            steps.get(name).add(new Requirement(Capability.UNCONSUMED_OUTPUTS, detail));
          }
        });
  }

  private Set<Requirement> needs(Node node) {
    return steps.computeIfAbsent(name(node), unused -> new LinkedHashSet<>());
  }

  private String name(Node node) {
    return step == null ? node.getFullName() : step.getFullName();
  }

  private static boolean isBeams(Node node) {
    return node.getTransform() == null || node.getTransform().getClass().getName().startsWith(BEAM);
  }
}
