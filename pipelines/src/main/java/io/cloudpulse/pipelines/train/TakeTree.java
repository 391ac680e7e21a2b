package io.cloudpulse.pipelines.train;

import io.cloudpulse.transforms.likelihood.FeatureSchema;
import io.cloudpulse.transforms.likelihood.Tree;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.tribuo.VariableIDInfo;
import org.tribuo.classification.Label;
import org.tribuo.common.tree.LeafNode;
import org.tribuo.common.tree.Node;
import org.tribuo.common.tree.SplitNode;
import org.tribuo.common.tree.TreeModel;

/** Takes over one of Tribuo's trees: nodes from above, the lesser side first. */
final class TakeTree {
  private static final int MOST_NODES = 1 << (FitForest.DEPTH + 2);

  private final Map<String, Integer> places = new HashMap<>();
  private final String likely;
  private final int[] feature = new int[MOST_NODES];
  private final double[] value = new double[MOST_NODES];
  private final int[] greater = new int[MOST_NODES];
  private int nodes;

  /**
   * For one tree.
   *
   * @param likely the label whose share a leaf tells
   */
  TakeTree(FeatureSchema schema, String likely) {
    this.likely = likely;
    for (int i = 0; i < schema.features().size(); i++) {
      var unused = places.put(schema.features().get(i).name(), i);
    }
  }

  Tree of(TreeModel<Label> tree) {
    Map<Integer, Integer> placeById = new HashMap<>();
    for (String name : places.keySet()) {
      // Tribuo numbers features by name, and those alone that it saw.
      VariableIDInfo known = tree.getFeatureIDMap().get(name);
      if (known != null) {
        var unused = placeById.put(known.getID(), places.get(name));
      }
    }
    take(tree.getRoot(), placeById);
    return new Tree(
        cut(feature), IntStream.range(0, nodes).mapToDouble(i -> value[i]).toArray(), cut(greater));
  }

  private void take(Node<Label> node, Map<Integer, Integer> placeById) {
    int own = nodes++;
    if (node instanceof LeafNode<Label> leaf) {
      feature[own] = -1;
      value[own] = leaf.getDistribution().get(likely).getScore();
      return;
    }
    SplitNode<Label> split = (SplitNode<Label>) node;
    feature[own] = placeById.get(split.getFeatureID());
    value[own] = split.splitValue();
    take(split.getLessThanOrEqual(), placeById);
    greater[own] = nodes;
    take(split.getGreaterThan(), placeById);
  }

  private int[] cut(int[] all) {
    return IntStream.range(0, nodes).map(i -> all[i]).toArray();
  }
}
