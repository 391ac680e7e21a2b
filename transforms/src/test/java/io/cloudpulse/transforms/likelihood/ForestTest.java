package io.cloudpulse.transforms.likelihood;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForestTest {
  /** pages > 3 ? (weekend > 0.5 ? 0.9 : 0.4) : 0.1. */
  private static final Tree DEEP =
      new Tree(
          new int[] {0, Tree.LEAF, 1, Tree.LEAF, Tree.LEAF},
          new double[] {3, 0.1, 0.5, 0.4, 0.9},
          new int[] {2, 0, 4, 0, 0});

  private static final Tree FLAT =
      new Tree(new int[] {Tree.LEAF}, new double[] {0.5}, new int[] {0});

  @Test
  void aTreeGoesOnToTheGreaterSideOnlyIfGreater() {
    assertThat(DEEP.likelihood(new double[] {3, 1})).isEqualTo(0.1);
    assertThat(DEEP.likelihood(new double[] {3.5, 0.5})).isEqualTo(0.4);
    assertThat(DEEP.likelihood(new double[] {3.5, 1})).isEqualTo(0.9);
  }

  @Test
  void theMeanOfTheTreesIsTold() {
    assertThat(new Forest(List.of(DEEP, FLAT)).likelihood(new double[] {9, 0})).isEqualTo(0.45);
  }

  @Test
  void comesBackFromItsBytesToTheBit() throws Exception {
    Tree third = new Tree(new int[] {Tree.LEAF}, new double[] {1 / 3.0}, new int[] {0});
    Forest forest = new Forest(List.of(DEEP, third));

    Forest read = Forest.read(forest.bytes());

    assertThat(read.bytes()).isEqualTo(forest.bytes());
    assertThat(read.likelihood(new double[] {9, 9}))
        .isEqualTo(forest.likelihood(new double[] {9, 9}));
  }

  @Test
  void fitsOnlyIfItsNodesAreThereAndItsFeaturesToo() {
    assertThat(DEEP.fits(2)).isTrue();
    assertThat(DEEP.fits(1)).as("it looks at the second").isFalse();
    assertThat(tree(new int[] {0, -1, -1}, new int[] {0, 0, 0}).fits(1)).as("a circle").isFalse();
    assertThat(tree(new int[] {0, -1, -1}, new int[] {3, 0, 0}).fits(1)).as("beyond").isFalse();
    assertThat(tree(new int[] {0, -1, 0}, new int[] {2, 0, 4}).fits(1)).as("no end").isFalse();
    assertThat(tree(new int[] {-2}, new int[] {0}).fits(1)).as("no feature").isFalse();
  }

  private static Tree tree(int[] feature, int[] greater) {
    return new Tree(feature, new double[feature.length], greater);
  }

  @Test
  void whatIsNoForestIsNone() {
    assertThatThrownBy(() -> Forest.read("{\"trees\":[]}".getBytes(UTF_8)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("a forest has a tree");
    assertThatThrownBy(
            () ->
                Forest.read(
                    "{\"trees\":[{\"feature\":[-1],\"value\":[],\"greater\":[0]}]}"
                        .getBytes(UTF_8)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("three values for each node");
  }
}
