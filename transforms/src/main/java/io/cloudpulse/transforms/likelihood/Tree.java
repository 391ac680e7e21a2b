package io.cloudpulse.transforms.likelihood;

/**
 * A decision tree, its nodes from above and, of each, the lesser side first. Three arrays of one
 * length, a place for each node.
 *
 * @param feature the place of the feature that a node looks at; -1 of a leaf
 * @param value what the feature is compared with; of a leaf, how likely it is
 * @param greater the node to go on with if the feature is greater, else it is the next one
 */
@SuppressWarnings("ArrayRecordComponent")
public record Tree(int[] feature, double[] value, int[] greater) {
  static final int LEAF = -1;

  public Tree {
    if (feature.length == 0 || feature.length != value.length || feature.length != greater.length) {
      throw new IllegalArgumentException("a tree has three values for each node, and a node");
    }
  }

  double likelihood(double[] features) {
    int node = 0;
    while (feature[node] != LEAF) {
      node = features[feature[node]] > value[node] ? greater[node] : node + 1;
    }
    return value[node];
  }

  /** Says if some node looks at a feature that is not there, or goes back. */
  boolean fits(int features) {
    for (int node = 0; node < feature.length; node++) {
      boolean isLeaf = feature[node] == LEAF;
      boolean goesOn = greater[node] > node + 1 && greater[node] < feature.length;
      boolean looks = feature[node] >= 0 && feature[node] < features;
      if (!isLeaf && !(goesOn && looks)) {
        return false;
      }
    }
    return feature[feature.length - 1] == LEAF;
  }
}
