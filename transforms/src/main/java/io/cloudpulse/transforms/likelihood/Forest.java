package io.cloudpulse.transforms.likelihood;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;

/**
 * Trees that are asked one by one: how likely something is, is the mean of what they say. The same
 * on every machine, for it only compares and adds, in one order.
 */
public record Forest(List<Tree> trees) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public Forest {
    trees = List.copyOf(trees);
    if (trees.isEmpty()) {
      throw new IllegalArgumentException("a forest has a tree");
    }
  }

  /** From 0 to 1. */
  public double likelihood(double[] features) {
    double sum = 0;
    for (Tree tree : trees) {
      sum += tree.likelihood(features);
    }
    return sum / trees.size();
  }

  boolean fits(int features) {
    return trees.stream().allMatch(tree -> tree.fits(features));
  }

  /** As a file has it: the same forest is the same bytes. */
  public byte[] bytes() {
    try {
      return JSON.writeValueAsBytes(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a forest is always JSON", e);
    }
  }

  /**
   * What {@link #bytes} gave.
   *
   * @throws IOException if they are no forest
   */
  static Forest read(byte[] bytes) throws IOException {
    return JSON.readValue(bytes, Forest.class);
  }
}
