package io.cloudpulse.schemas.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class DatasetsTest {
  private static final Path SHIPPED = Path.of("src/main/resources/datasets");

  private final Catalogue catalogue = new Catalogue("/catalogue");

  @TempDir private Path folder;

  @Test
  void areListedInOrder() {
    assertThat(catalogue.names()).containsExactly("fleet.cars", "shop.prices");
  }

  @Test
  void areReadOneByOne() {
    assertThat(catalogue.dataset("shop.prices").description()).isEqualTo("What things cost.");
  }

  @Test
  void namesThatAreUnknownAreAnsweredWithNearOnes() {
    assertThatThrownBy(() -> catalogue.dataset("shop.price"))
        .isInstanceOf(UnknownDatasetException.class)
        .hasMessage(
            "There is no dataset shop.price. Did you mean shop.prices? Shipped datasets:"
                + " fleet.cars, shop.prices. A file of your own is given by its path, such as"
                + " path/to/mine.yaml");
  }

  @Test
  void pathsAreNoNames() {
    assertThatThrownBy(() -> catalogue.dataset("shop/prices"))
        .isInstanceOf(UnknownDatasetException.class)
        .hasMessageStartingWith("There is no dataset shop/prices. Did you mean shop.prices?");
  }

  @Test
  void resolveFiles() throws IOException {
    Path file = Files.writeString(folder.resolve("mine.yml"), catalogue.text("shop.prices"));

    assertThat(Datasets.resolve(file.toString())).isEqualTo(catalogue.dataset("shop.prices"));
  }

  @Test
  void resolveNoFileThatIsNotThere() {
    assertThatThrownBy(() -> Datasets.resolve("no/such.yaml"))
        .isInstanceOf(UnknownDatasetException.class)
        .hasMessage("There is no file no/such.yaml");
  }

  @Test
  void theIndexIsTheFolder() throws IOException {
    assertThat(Datasets.shipped()).isEqualTo(filesOf(SHIPPED));
  }

  /** Also checks their expressions, which {@link Datasets#named} leaves out for speed. */
  @TestFactory
  Stream<DynamicTest> theShippedAreValidAndNamedAsTheirFiles() {
    return Datasets.shipped().stream()
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name,
                    () -> {
                      Path file = SHIPPED.resolve(name.replace('.', '/') + ".yaml");
                      assertThat(DatasetFile.read(file).name()).isEqualTo(name);
                    }));
  }

  private static List<String> filesOf(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .map(file -> folder.relativize(file).toString())
          .filter(file -> file.endsWith(".yaml"))
          .map(file -> file.replace(".yaml", "").replace(java.io.File.separatorChar, '.'))
          .sorted()
          .toList();
    }
  }
}
