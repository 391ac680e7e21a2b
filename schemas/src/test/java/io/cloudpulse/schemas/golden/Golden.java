package io.cloudpulse.schemas.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Texts a test expects, kept as files in {@code src/test/resources/<test class>/}. To accept what
 * the code gives now, run the test with {@code -Dupdate.goldens=true} and review the difference.
 */
public final class Golden {
  private static final Path RESOURCES = Path.of("src", "test", "resources");

  private final Path folder;

  private Golden(Path folder) {
    this.folder = folder;
  }

  /** The expected texts of a test. */
  public static Golden of(Class<?> test) {
    return new Golden(RESOURCES.resolve(test.getSimpleName()));
  }

  /** Fails unless the text is the one in the file, but for the line break that ends it. */
  public void check(String file, String actual) {
    Path golden = folder.resolve(file);
    try {
      if (Boolean.getBoolean("update.goldens")) {
        Files.createDirectories(golden.getParent());
        Files.writeString(golden, actual + "\n");
      }
      assertThat(golden).as("golden file; write it with -Dupdate.goldens=true").exists();
      assertThat(actual + "\n").as(golden.toString()).isEqualTo(Files.readString(golden));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
