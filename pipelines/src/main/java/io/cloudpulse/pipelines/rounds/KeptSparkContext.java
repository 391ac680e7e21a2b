package io.cloudpulse.pipelines.rounds;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import javax.annotation.Nullable;
import org.apache.beam.sdk.options.PipelineOptions;

/**
 * Spark's context, and with it the executors: for each round anew, a cluster would start JVMs and
 * send our jar to them. It is provided to Beam as its {@code SparkContextFactory} asks for. All by
 * name: which runner is on the class path is chosen at launch.
 */
final class KeptSparkContext implements KeptRunner {
  private static final String SPARK = "org.apache.beam.runners.spark.";

  @Nullable private Closeable context;

  @Override
  public void lend(PipelineOptions round) {
    try {
      Class<? extends PipelineOptions> type =
          Class.forName(SPARK + "SparkPipelineOptions").asSubclass(PipelineOptions.class);
      PipelineOptions options = round.as(type);
      if (context == null) {
        context = open(options, type);
      }
      Object unused =
          call(type.getMethod("setUsesProvidedSparkContext", boolean.class), options, true);
    } catch (ReflectiveOperationException other) {
      throw new IllegalStateException("This is not the Spark runner that we know", other);
    }
  }

  private static Closeable open(PipelineOptions options, Class<?> type)
      throws ReflectiveOperationException {
    Class<?> common = Class.forName(SPARK + "SparkCommonPipelineOptions");
    Object unused = call(common.getMethod("prepareFilesToStage", common), null, options);
    Closeable made = (Closeable) call(factory().getMethod("getSparkContext", type), null, options);
    unused = call(factory().getMethod("setProvidedSparkContext", made.getClass()), null, made);
    return made;
  }

  private static Class<?> factory() throws ClassNotFoundException {
    return Class.forName(SPARK + "translation.SparkContextFactory");
  }

  /** What the method itself fails with goes on as it is. */
  private static Object call(Method method, @Nullable Object of, Object argument)
      throws ReflectiveOperationException {
    try {
      return method.invoke(of, argument);
    } catch (InvocationTargetException failed) {
      if (failed.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(failed.getCause());
    }
  }

  @Override
  public void close() {
    if (context == null) {
      return;
    }
    try {
      context.close();
      Object unused = factory().getMethod("clearProvidedSparkContext").invoke(null);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (ReflectiveOperationException other) {
      throw new IllegalStateException("This is not the Spark runner that we know", other);
    } finally {
      context = null;
    }
  }
}
