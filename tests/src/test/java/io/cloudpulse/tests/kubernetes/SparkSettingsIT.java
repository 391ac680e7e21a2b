package io.cloudpulse.tests.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Spark ignores a setting that it does not know; so it is asked whether it knows ours. */
@Tag("matrix")
class SparkSettingsIT {
  @Test
  void areSparksOwn() throws Exception {
    assumeTrue(Packaging.canRender(), "neither kustomize nor kubectl is on the PATH");
    Set<String> settings = new TreeSet<>();
    for (String overlay : Packaging.overlays()) {
      for (JsonNode manifest : Packaging.overlay(overlay)) {
        manifest.at("/spec/sparkConf").fieldNames().forEachRemaining(settings::add);
        manifest.at("/spec/template/sparkConf").fieldNames().forEachRemaining(settings::add);
      }
    }
    try (URLClassLoader spark = spark()) {
      Object unused = Class.forName("org.apache.spark.deploy.k8s.Config$", true, spark);
      Method find =
          spark
              .loadClass("org.apache.spark.internal.config.ConfigEntry")
              .getMethod("findEntry", String.class);

      assertThat(settings).isNotEmpty();
      for (String setting : settings) {
        assertThat(find.invoke(null, setting)).as(setting).isNotNull();
        assertThat(find.invoke(null, setting + "s")).as(setting + "s").isNull();
      }
    }
  }

  /** A Spark of its own: ours comes without what it has for Kubernetes. */
  private static URLClassLoader spark() throws Exception {
    Path classPath = Packaging.PROJECT.resolve("runners-config/services/spark/target/classpath");
    List<URL> jars = new ArrayList<>();
    for (String jar : Files.readString(classPath).strip().split(File.pathSeparator)) {
      jars.add(Path.of(jar).toUri().toURL());
    }
    return new URLClassLoader(jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }
}
