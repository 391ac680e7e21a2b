package io.cloudpulse.schemas.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Field;
import io.cloudpulse.schemas.FieldType;
import io.cloudpulse.schemas.Key;
import io.cloudpulse.schemas.Layout;
import io.cloudpulse.schemas.Rule;
import io.cloudpulse.schemas.Unpivot;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.util.SerializableUtils;
import org.junit.jupiter.api.Test;

/** Keeps the example in docs/dataset-files.md one that works, and means what it says. */
class DocumentedExampleTest {
  private static final FieldType MONEY = FieldType.decimal(12, 2);

  private static String example() throws IOException {
    String page = Files.readString(Path.of("../docs/dataset-files.md"));
    int start = page.indexOf("```yaml\n") + "```yaml\n".length();
    return page.substring(start, page.indexOf("```\n", start));
  }

  @Test
  void isReadAsWritten() throws IOException {
    Dataset read = DatasetFile.parse("docs/dataset-files.md", example());

    assertThat(read.fields()).containsExactlyElementsOf(fields());
    assertThat(read.layouts()).containsExactly(wide(), exported());
    assertThat(read)
        .isEqualTo(
            Dataset.builder()
                .name("crm.opportunities")
                .description("One line for a person.")
                .fields(fields())
                .key(Key.fields(List.of("id")))
                .eventTime("closed_on")
                .version("closed_on")
                .clusterBy(List.of("product"))
                .findBy(List.of("country"))
                .rules(List.of(rule()))
                .layouts(List.of(wide(), exported()))
                .build());
  }

  @Test
  void canBeSentToAWorker() throws IOException {
    Dataset read = DatasetFile.parse("docs/dataset-files.md", example());

    assertThat(SerializableUtils.clone(read)).isEqualTo(read);
  }

  private static List<Field> fields() {
    return List.of(
        named("id", FieldType.STRING)
            .required(true)
            .description("...")
            .examples(List.of("A1", "B2"))
            .build(),
        named("product", FieldType.STRING)
            .aliases(List.of("Product", "product_name"))
            .corrections(Map.of("GTXPro", "GTX Pro"))
            .allowed(List.of("GTX Pro", "GTX Basic"))
            .build(),
        named("value", MONEY).min(new BigDecimal("0.00")).max(new BigDecimal("100000.00")).build(),
        named("closed_on", FieldType.DATE).formats(List.of("yyyy-MM-dd", "M/d/yyyy")).build(),
        named("seen_at", FieldType.TIMESTAMP)
            .formats(List.of("yyyy-MM-dd HH:mm:ss"))
            .zone("Europe/Paris")
            .build(),
        named("active", FieldType.BOOLEAN).formats(List.of("Y|yes", "N|no")).build(),
        named("region", FieldType.STRING).nulls(List.of("", "?")).build(),
        named("origin", FieldType.STRING).constant("web").build(),
        Field.of("stage", FieldType.STRING),
        named("won", FieldType.BOOLEAN).derive("stage == 'Won'").build(),
        Field.of("country", FieldType.STRING),
        named("year", FieldType.INT64).min(1900L).build());
  }

  private static Field.Builder named(String name, FieldType type) {
    return Field.builder().name(name).type(type);
  }

  private static Rule rule() {
    return Rule.of(
        "closed-after-seen",
        "closed_on == null || seen_at == null || closed_on >= seen_at",
        "closed before it was seen");
  }

  private static Layout wide() {
    return Layout.builder()
        .name("wide")
        .preamble(4)
        .aliases(Map.of("country", List.of("Country Code")))
        .constants(Map.of("stage", "Won"))
        .unpivot(Unpivot.of("\\d{4}", "year", "value"))
        .build();
  }

  private static Layout exported() {
    return Layout.builder().name("exported").format(Layout.Format.JSONL).multiline(false).build();
  }
}
