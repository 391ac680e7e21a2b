package io.cloudpulse.pipelines.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TarXzTest {
  @TempDir Path folder;

  @Test
  void keepsModesAndLinks() throws IOException {
    TarArchiveEntry program = new TarArchiveEntry("bin/postgres");
    program.setMode(0100755);
    TarArchiveEntry link = new TarArchiveEntry("lib/libpq.so", TarConstants.LF_SYMLINK);
    link.setLinkName("libpq.so.5");

    TarXz.unpack(archive(program, new TarArchiveEntry("lib/libpq.so.5"), link), folder);

    assertThat(Files.isExecutable(folder.resolve("bin/postgres"))).isTrue();
    assertThat(Files.isExecutable(folder.resolve("lib/libpq.so.5"))).isFalse();
    assertThat(Files.readSymbolicLink(folder.resolve("lib/libpq.so")))
        .isEqualTo(Path.of("libpq.so.5"));
  }

  @Test
  void refusesAnEntryThatPointsOutOfTheFolder() throws IOException {
    InputStream archive = archive(new TarArchiveEntry("../escaped"));

    assertThatThrownBy(() -> TarXz.unpack(archive, folder))
        .hasMessageContaining("../escaped points out of");
  }

  private static InputStream archive(TarArchiveEntry... entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var tar = new TarArchiveOutputStream(new XZCompressorOutputStream(bytes))) {
      for (TarArchiveEntry entry : entries) {
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
      }
    }
    return new ByteArrayInputStream(bytes.toByteArray());
  }
}
