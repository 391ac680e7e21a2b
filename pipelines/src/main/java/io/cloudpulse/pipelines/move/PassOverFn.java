package io.cloudpulse.pipelines.move;

import org.apache.beam.sdk.transforms.DoFn;

/** Takes what nobody wants: Spark leaks the outputs of a step that nothing consumes. */
public final class PassOverFn<T> extends DoFn<T, Void> {
  private static final long serialVersionUID = 1;

  @ProcessElement
  public void passOver(@Element T unused) {}
}
