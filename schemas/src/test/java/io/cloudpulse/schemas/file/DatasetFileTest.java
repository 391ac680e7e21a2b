package io.cloudpulse.schemas.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Field;
import io.cloudpulse.schemas.FieldType;
import io.cloudpulse.schemas.Key;
import io.cloudpulse.schemas.Layout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetFileTest {
  @TempDir private Path folder;

  @Test
  void fillsInAllThatASmallFileLeavesOut() {
    Dataset read =
        DatasetFile.parse("s.yaml", "dataset: a.b\nfields: {id: {type: string}}\nkey: [id]\n");

    assertThat(read)
        .isEqualTo(
            Dataset.builder()
                .name("a.b")
                .layouts(List.of(Layout.builder().build()))
                .fields(
                    List.of(Field.of("id", FieldType.STRING).toBuilder().required(true).build()))
                .key(Key.fields(List.of("id")))
                .build());
  }

  @Test
  void tellsAllFiveMistakesOfAFileByLine() {
    String yaml =
        """
        dataset: shop.prices
        delimeter: ";"
        fields:
          id: {type: string}
          price:
            type: decimel(3,2)
          Weight: {type: double}
          sold_on: {type: date, min: yesterday}
        key: [idd]
        """;

    assertThatThrownBy(() -> DatasetFile.parse("prices.yaml", yaml))
        .isInstanceOf(InvalidDatasetException.class)
        .hasMessage(
            """
            prices.yaml:2: delimeter is not known. Did you mean delimiter?
            prices.yaml:6: fields.price.type was "decimel(3,2)", but must be one of string, int64, \
            double, decimal(p,s), boolean, date, timestamp, json, where p is 1 to 38 and s is 0 \
            to p. For example: decimal(12,2)
            prices.yaml:7: fields.Weight is no name for a column: use lower-case letters, digits \
            and underscores, begin with a letter, and stop at 63. For example: unit_price
            prices.yaml:8: fields.sold_on.min was "yesterday", but must be a value of type date. \
            For example: 2024-12-31
            prices.yaml:9: key[0] names idd, but there is no such field. Did you mean id?""");
  }

  @Test
  void tellsOfAHeaderThatTwoFieldsClaim() {
    String yaml =
        """
        dataset: shop.prices
        fields:
          id: {type: string, aliases: [nr]}
          number:
            type: string
            aliases: [nr, id]
        key: [id]
        """;

    assertThatThrownBy(() -> DatasetFile.parse("prices.yaml", yaml))
        .isInstanceOf(InvalidDatasetException.class)
        .hasMessage(
            """
            prices.yaml:6: fields.number.aliases names id, which is a name of id already
            prices.yaml:6: fields.number.aliases names nr, which is a name of id already""");
  }

  @Test
  void givesEachProblemsPlace() {
    assertThatThrownBy(() -> DatasetFile.parse("x.yaml", "dataset: Shop\nkey: content\n"))
        .isInstanceOfSatisfying(
            InvalidDatasetException.class,
            e ->
                assertThat(e.problems())
                    .containsExactly(
                        new Problem(
                            1,
                            1,
                            "fields",
                            "is missing. For example: fields: {id: {type: string}}"),
                        new Problem(
                            1,
                            10,
                            "dataset",
                            "was \"Shop\", but must be family.kind, two words of lower-case"
                                + " letters, digits and underscores. For example: crm.accounts")));
  }

  @Test
  void tellsWhereATextIsNoYaml() {
    assertThatThrownBy(() -> DatasetFile.parse("x.yaml", "dataset: a.b\nfields: {id: [}\n"))
        .hasMessageStartingWith("x.yaml:2: This is not YAML: ")
        .isInstanceOf(InvalidDatasetException.class);
  }

  @Test
  void tellsOfAnEmptyFile() {
    assertThatThrownBy(() -> DatasetFile.parse("x.yaml", "# nothing\n"))
        .hasMessage("x.yaml:1: The file is empty. It begins with: dataset: family.kind");
  }

  @Test
  void tellsOfAFileThatIsNoUtf8() throws Exception {
    Path file = Files.write(folder.resolve("latin.yaml"), new byte[] {'#', (byte) 0xe9, '\n'});

    assertThatThrownBy(() -> DatasetFile.read(file))
        .hasMessage(file + ":1: The file is not UTF-8 text. Save it as UTF-8");
  }

  @Test
  void readsAFile() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("mine.yaml"),
            "dataset: a.b\nfields: {n: {type: int64}}\nkey: content\n");

    assertThat(DatasetFile.read(file).key()).isEqualTo(Key.content());
  }
}
