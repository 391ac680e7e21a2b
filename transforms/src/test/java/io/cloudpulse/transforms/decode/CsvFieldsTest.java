package io.cloudpulse.transforms.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFieldsTest {
  /** The first field in quotes keeps a text from the short way, so both ways can be compared. */
  @ParameterizedTest
  @ValueSource(strings = {"", "a", "a,b", ",", ",,x", "x,,", " a , b ", "é,ł,\uD83D\uDE00", "\t"})
  void cutsTextWithoutQuotesAsItCutsTextWithQuotes(String text) {
    assertThat(split("q," + text)).isEqualTo(split("\"q\"," + text));
  }

  @ParameterizedTest
  @ValueSource(ints = {1_023, 1_024, 1_025, 100_000})
  void cutsTextOfAnyLength(int length) {
    String field = "x".repeat(length);

    assertThat(split(field + "," + field)).containsExactly(field, field);
  }

  private static List<String> split(String text) {
    RawRecord record = new RawRecord(2);
    new CsvFields(',', record).split(text);
    List<String> fields = new ArrayList<>();
    for (int i = 0; i < record.columns(); i++) {
      fields.add(new String(record.text(i), record.from(i), record.length(i)));
    }
    return fields;
  }
}
