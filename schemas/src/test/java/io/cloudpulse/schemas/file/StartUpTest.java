package io.cloudpulse.schemas.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** CEL takes a third of a second to load: a dataset that does not use it must not pay for it. */
class StartUpTest {
  private static final String HEAD = "dataset: a.b\nkey: content\nfields: {id: {type: string}}\n";

  /** Loads everything anew, and remembers the names. */
  private static final class WatchedClasses extends URLClassLoader {
    private final Set<String> loaded = ConcurrentHashMap.newKeySet();

    WatchedClasses() {
      super(classPath(), ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      loaded.add(name);
      return super.findClass(name);
    }
  }

  private static URL[] classPath() {
    String[] entries =
        System.getProperty("java.class.path").split(System.getProperty("path.separator"));
    return Stream.of(entries).map(Path::of).map(StartUpTest::url).toArray(URL[]::new);
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static List<String> celClassesFor(String yaml) throws Exception {
    try (WatchedClasses classes = new WatchedClasses()) {
      Class<?> file = classes.loadClass(DatasetFile.class.getName());
      Object dataset =
          file.getMethod("parse", String.class, String.class).invoke(null, "x.yaml", yaml);
      assertThat(dataset).isNotNull();
      return classes.loaded.stream().filter(name -> name.startsWith("dev.cel.")).toList();
    }
  }

  @Test
  void loadsNoCelForAFileWithoutExpressions() throws Exception {
    assertThat(celClassesFor(HEAD)).isEmpty();
  }

  /** Or the test above would see nothing and pass. */
  @Test
  void loadsCelForARule() throws Exception {
    String rule = "rules: [{name: a, check: 'id != null', message: m}]\n";

    assertThat(celClassesFor(HEAD + rule)).isNotEmpty();
  }
}
