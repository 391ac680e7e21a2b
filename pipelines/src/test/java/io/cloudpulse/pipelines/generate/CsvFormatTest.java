package io.cloudpulse.pipelines.generate;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Layout;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvFormatTest {
  @ParameterizedTest
  @CsvSource({"UTF-8", "windows-1252"})
  void givesAParserBackTheValuesThatWereDrawn(String encoding) {
    Dataset orders = Samples.orders(Layout.builder().encoding(encoding).delimiter(';').build());

    Generated file = Generated.clean(orders, 5_000);

    Alphabet alphabet = Alphabet.of(orders.layouts().get(0));
    String text = new String(file.bytes(), alphabet.charset());
    List<List<String>> parsed =
        CsvReader.builder().fieldSeparator(';').ofCsvRecord(text).stream()
            .map(csv -> List.copyOf(csv.getFields()))
            .toList();
    assertThat(parsed.subList(1, parsed.size())).isEqualTo(drawn(file.recipe(), alphabet));
    assertThat(text).contains("; and so on\"", "\"\"so called\"\"", "\nsecond line", "ærø");
  }

  private static List<List<String>> drawn(Recipe recipe, Alphabet alphabet) {
    Blueprint blueprint = Blueprint.of(recipe);
    Drawing drawing = new Drawing(blueprint);
    Draft draft = new Draft(blueprint.columns().size());
    List<List<String>> rows = new ArrayList<>();
    for (long row = 0; row < recipe.rows(); row++) {
      drawing.good(row, draft, new Dice(recipe.seed(), row));
      List<String> values = new ArrayList<>();
      for (int i = 0; i < draft.numbers.length; i++) {
        values.add(text(blueprint.columns().get(i), draft.numbers[i], alphabet));
      }
      rows.add(values);
    }
    return rows;
  }

  private static String text(Column column, long number, Alphabet alphabet) {
    if (number == Column.NULL) {
      return "";
    }
    LineBuffer out = new LineBuffer(16);
    column.values().write(number, out);
    return new String(out.toBytes(), alphabet.charset());
  }
}
