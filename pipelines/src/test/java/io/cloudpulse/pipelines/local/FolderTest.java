package io.cloudpulse.pipelines.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderTest {
  @TempDir Path parent;

  @Test
  void isNotThereWhenItsFillingFails() {
    Path folder = parent.resolve("programs");

    assertThatThrownBy(() -> Folder.create(folder, FolderTest::halfThenFail))
        .hasMessage("disk full");

    assertThat(parent).isEmptyDirectory();
  }

  @Test
  void keepsTheOneThatAnotherProcessMadeMeanwhile() throws IOException {
    Path folder = parent.resolve("programs");

    Folder.create(
        folder,
        ours -> {
          Files.writeString(ours.resolve("who"), "ours");
          Files.createDirectory(folder);
          Files.writeString(folder.resolve("who"), "theirs");
        });

    assertThat(folder.resolve("who")).hasContent("theirs");
    assertThat(parent).isDirectoryContaining(path -> path.equals(folder));
    assertThat(parent.toFile().list()).containsExactly("programs");
  }

  @Test
  void deletesALinkAndNotWhatItLeadsTo() throws IOException {
    Path kept = Files.createDirectory(parent.resolve("kept"));
    Path folder = Files.createDirectory(parent.resolve("folder"));
    Files.createSymbolicLink(folder.resolve("link"), kept);

    Folder.delete(folder);

    assertThat(parent.toFile().list()).containsExactly("kept");
  }

  private static void halfThenFail(Path folder) throws IOException {
    Files.writeString(folder.resolve("half"), "");
    throw new IOException("disk full");
  }
}
