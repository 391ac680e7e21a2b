package io.cloudpulse.tests.matrix;

import java.io.Closeable;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/**
 * A run that goes on.
 *
 * @param terminate tells it to end, and waits for its exit code
 */
record Started(BooleanSupplier alive, IntSupplier terminate, Closeable process)
    implements Closeable {
  @Override
  public void close() throws IOException {
    process.close();
  }
}
