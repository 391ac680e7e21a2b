package io.cloudpulse.transforms.postgres;

/**
 * How far a source was moved into some sinks by runs that ended well.
 *
 * @param source where it is, the same however a flag writes it
 * @param sinks where they are, in the order of their names
 * @param position as the source writes it; empty if it was never moved
 */
public record KeptPosition(String dataset, String source, String sinks, String position) {
  public KeptPosition at(String newPosition) {
    return new KeptPosition(dataset, source, sinks, newPosition);
  }

  public boolean isNone() {
    return position.isEmpty();
  }
}
