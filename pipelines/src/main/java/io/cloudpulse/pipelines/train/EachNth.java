package io.cloudpulse.pipelines.train;

import io.cloudpulse.transforms.likelihood.Example;
import java.util.List;

/** Keeps each nth record of a file back, counted from the first. */
record EachNth(int n) implements Split {
  @Override
  public Parts of(List<Example> bySession) {
    return new Parts(
        "each %dth record of a file is kept back".formatted(n),
        bySession.stream().filter(example -> example.at() % n != 0).toList(),
        bySession.stream().filter(example -> example.at() % n == 0).toList());
  }
}
