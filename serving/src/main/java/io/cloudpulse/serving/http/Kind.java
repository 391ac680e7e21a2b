package io.cloudpulse.serving.http;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What the value of a parameter may be.
 *
 * @param <T> how it looks in memory
 */
public interface Kind<T> {
  /**
   * Reads a value.
   *
   * @throws IllegalArgumentException if it is none of this kind; the message is not shown
   */
  T parse(String text);

  /** In words, after "must be". */
  String allowed();

  /** As a JSON schema. */
  ObjectNode schema();
}
