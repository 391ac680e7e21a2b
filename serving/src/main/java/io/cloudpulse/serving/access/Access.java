package io.cloudpulse.serving.access;

import java.nio.file.Path;
import java.util.List;

/**
 * Who may ask, and how often.
 *
 * @param tokens file of those that are known
 * @param isOpenHere whether who asks from this machine may read without one
 * @param rateLimit requests that a client may make in a second
 * @param origins of pages elsewhere that may ask
 */
public record Access(Path tokens, boolean isOpenHere, int rateLimit, List<String> origins) {
  public Access {
    origins = List.copyOf(origins);
  }
}
