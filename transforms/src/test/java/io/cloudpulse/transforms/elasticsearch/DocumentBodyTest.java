package io.cloudpulse.transforms.elasticsearch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudpulse.schemas.Field;
import io.cloudpulse.schemas.FieldType;
import io.cloudpulse.schemas.Key;
import io.cloudpulse.transforms.Refusal;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentBodyTest {
  private static final DocumentBody BODY =
      DocumentBody.of(
          TestDocuments.dataset(
              Key.fields(List.of("s")),
              Field.of("s", FieldType.STRING),
              Field.of("n", FieldType.decimal(38, 9)),
              Field.of("f", FieldType.DOUBLE),
              Field.of("d", FieldType.DATE),
              Field.of("t", FieldType.TIMESTAMP),
              Field.of("j", FieldType.JSON)));

  @Test
  void writesValuesExactlyAndLeavesNullsOut() throws IOException {
    Bulk bulk = new Bulk();
    bulk.clear();
    bulk.index(
        "a\"b",
        7,
        json ->
            BODY.write(
                new Object[] {
                  "\u00e9\n",
                  new BigDecimal("0E-9"),
                  null,
                  LocalDate.of(2026, 1, 2),
                  Instant.parse("2026-01-02T12:00:00.000001Z"),
                  "{\"a\":\n1.00}"
                },
                json));
    bulk.delete("c", 8);

    assertThat(text(bulk, 0, 1))
        .isEqualTo(
            """
            {"index":{"_id":"a\\"b","version":7,"version_type":"external"}}
            {"s":"\u00e9\\n","n":0.000000000,"d":"2026-01-02","t":"2026-01-02T12:00:00.000001Z",\
            "j":{"a": 1.00}}
            {"delete":{"_id":"c","version":8,"version_type":"external"}}
            """);
    assertThat(text(bulk, 1))
        .isEqualTo("{\"delete\":{\"_id\":\"c\",\"version\":8,\"version_type\":\"external\"}}\n");
  }

  private static String text(Bulk bulk, int... places) throws IOException {
    return new String(bulk.entity(places).getContent().readAllBytes(), UTF_8);
  }

  @Test
  void refusesWhatJsonCannotHold() {
    assertThatCode(() -> check("\ud83d\ude00", 1.5)).doesNotThrowAnyException();
    assertThatThrownBy(() -> check("a", Double.NaN))
        .isInstanceOf(Refusal.class)
        .hasMessage("Elasticsearch cannot hold the value of f: NaN is no number in JSON");
    assertThatThrownBy(() -> check("\ud83d", 1.0))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("s: it holds half of a surrogate pair");
    assertThatThrownBy(() -> check("\ude00\ud83d", 1.0)).isInstanceOf(Refusal.class);
  }

  private static void check(String text, double number) {
    BODY.check(new Object[] {text, null, number, null, null, null});
  }
}
