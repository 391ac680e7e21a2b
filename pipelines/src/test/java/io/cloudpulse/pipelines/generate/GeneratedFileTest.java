package io.cloudpulse.pipelines.generate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedFileTest {
  private static final Recipe RECIPE =
      new Recipe(Samples.orders(Samples.LINES), Samples.LINES, 300, 42, 0.1, 0.1);

  @TempDir private Path folder;

  @Test
  void saysBesideTheFileWhatAReaderMustFind() throws IOException {
    Path file = folder.resolve("new/orders.csv");

    Expected expected = GeneratedFile.write(RECIPE, file);

    JsonNode json =
        new ObjectMapper().readTree(folder.resolve("new/orders.csv.expected.json").toFile());
    assertThat(json.get("dataset").asText()).isEqualTo("test.orders");
    assertThat(json.get("records").asLong()).isEqualTo(300);
    assertThat(json.get("good").asLong()).isEqualTo(270);
    assertThat(json.get("bad").asLong()).isEqualTo(30);
    assertThat(json.get("duplicates").asLong()).isEqualTo(30);
    assertThat(json.get("rowsInSink").asLong()).isEqualTo(240);
    assertThat(json.at("/firstRefused/malformed/0/line").asLong())
        .isEqualTo(expected.firstRefused().get("malformed").get(0).line());
    assertThat(file).hasBinaryContent(Generated.from(RECIPE).bytes());
  }

  @Test
  void compressesAsTheNameSays() throws IOException {
    GeneratedFile.write(RECIPE, folder.resolve("orders.csv.gz"));
    GeneratedFile.write(RECIPE, folder.resolve("orders.csv.zst"));

    byte[] plain = Generated.from(RECIPE).bytes();
    try (InputStream gzip = Files.newInputStream(folder.resolve("orders.csv.gz"));
        InputStream zstd = Files.newInputStream(folder.resolve("orders.csv.zst"))) {
      assertThat(new GZIPInputStream(gzip).readAllBytes()).isEqualTo(plain);
      assertThat(new ZstdInputStream(zstd).readAllBytes()).isEqualTo(plain);
    }
  }
}
