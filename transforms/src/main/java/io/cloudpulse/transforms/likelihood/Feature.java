package io.cloudpulse.transforms.likelihood;

import java.io.Serializable;

/** One of the numbers that a model is given. */
public record Feature(String name, Kind kind) implements Serializable {
  /** What the number is of what it is named after. */
  public enum Kind {
    /** ln(1 + x), of a count, an amount or a time of which a few are very large. */
    LOG,
    /** A number as it is. */
    NUMBER,
    /** 1 if it is so, else 0. */
    FLAG
  }

  public static Feature log(String name) {
    return new Feature(name, Kind.LOG);
  }

  public static Feature number(String name) {
    return new Feature(name, Kind.NUMBER);
  }

  public static Feature flag(String name) {
    return new Feature(name, Kind.FLAG);
  }

  /** As a person reads it: {@code views (LOG)}. */
  @Override
  public String toString() {
    return name + " (" + kind + ")";
  }
}
