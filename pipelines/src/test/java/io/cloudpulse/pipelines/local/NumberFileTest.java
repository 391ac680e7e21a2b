package io.cloudpulse.pipelines.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NumberFileTest {
  @TempDir Path folder;

  @Test
  void holdsANumber() throws IOException {
    assertThat(NumberFile.read(Files.writeString(folder.resolve("port"), "9092\n"))).hasValue(9092);
  }

  @Test
  void isEmptyWhereThereIsNoneOrItsWriterWasKilled() throws IOException {
    assertThat(NumberFile.read(folder.resolve("port"))).isEmpty();
    assertThat(NumberFile.read(Files.writeString(folder.resolve("port"), ""))).isEmpty();
  }
}
