package io.cloudpulse.pipelines.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.math.KVector;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.HierarchyHandling;
import org.eclipse.elk.core.options.SizeConstraint;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/** Places the steps of a graph, those before above those after, without boxes that overlap. */
final class GraphLayout {
  static final double TITLE_HEIGHT = 30;

  private static final double LETTER_WIDTH = 8.2;
  private static final double BOX_HEIGHT = 34;
  private static final double MARGIN = 12;

  private final Map<String, ElkNode> leaves = new HashMap<>();
  private final ElkNode root = ElkGraphUtil.createGraph();

  private GraphLayout() {}

  /** A root whose nodes have their places; a node's identifier is its step's id. */
  static ElkNode of(List<GraphStep> steps) {
    GraphLayout layout = new GraphLayout();
    steps.forEach(step -> layout.addBox(step, layout.root));
    steps.forEach(layout::addArrows);
    layout.place();
    return layout.root;
  }

  private void addBox(GraphStep step, ElkNode inside) {
    ElkNode box = ElkGraphUtil.createNode(inside);
    box.setIdentifier(step.id());
    box.setDimensions(step.name().length() * LETTER_WIDTH + 2 * MARGIN, BOX_HEIGHT);
    if (step.steps().isEmpty()) {
      leaves.put(step.id(), box);
    } else {
      box.setProperty(CoreOptions.PADDING, new ElkPadding(TITLE_HEIGHT, MARGIN, MARGIN, MARGIN));
      box.setProperty(CoreOptions.NODE_SIZE_CONSTRAINTS, SizeConstraint.minimumSize());
      // Laid out downwards, ELK takes a group's smallest height before its smallest width.
      box.setProperty(CoreOptions.NODE_SIZE_MINIMUM, new KVector(BOX_HEIGHT, box.getWidth()));
      step.steps().forEach(inner -> addBox(inner, box));
    }
  }

  /** Between the innermost steps: those around them are there to be seen, not to be passed. */
  private void addArrows(GraphStep step) {
    ElkNode box = leaves.get(step.id());
    if (box == null) {
      step.steps().forEach(this::addArrows);
      return;
    }
    for (String before : step.after()) {
      ElkGraphUtil.createSimpleEdge(leaves.get(before), box).setIdentifier(before + step.id());
    }
  }

  private void place() {
    // Outside Eclipse nobody announces the algorithm.
    LayoutMetaDataService.getInstance()
        .registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
    root.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
    root.setProperty(CoreOptions.DIRECTION, Direction.DOWN);
    root.setProperty(CoreOptions.HIERARCHY_HANDLING, HierarchyHandling.INCLUDE_CHILDREN);
    root.setProperty(CoreOptions.SPACING_NODE_NODE, 2 * MARGIN);
    new RecursiveGraphLayoutEngine().layout(root, new BasicProgressMonitor());
  }
}
