package io.cloudpulse.transforms.likelihood;

/** A model that can be asked. */
public record Model(ModelCard card, Forest forest) {
  public String id() {
    return card.model();
  }

  public int number() {
    return card.number();
  }

  /**
   * How likely it is.
   *
   * @param features as many, and in the order, as its card says
   * @return from 0 to 1
   */
  public double likelihood(double[] features) {
    return forest.likelihood(features);
  }
}
