package io.cloudpulse.transforms.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Field;
import io.cloudpulse.schemas.FieldType;
import io.cloudpulse.schemas.Key;
import io.cloudpulse.schemas.Layout;
import io.cloudpulse.schemas.Unpivot;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordReaderTest {
  private static final Field ID =
      Field.builder().name("id").type(FieldType.INT64).required(true).min(1L).build();
  private static final Field NAME = Field.of("name", FieldType.STRING);

  private static Dataset dataset(Layout layout, Field... fields) {
    return Dataset.builder()
        .name("test.things")
        .layouts(List.of(layout))
        .fields(List.of(fields))
        .key(Key.fields(List.of("id")))
        .build();
  }

  private static Dataset csv(Field... fields) {
    return dataset(Layout.builder().build(), fields);
  }

  private static Dataset singleLines(Field... fields) {
    return dataset(Layout.builder().multiline(false).build(), fields);
  }

  @Test
  void readsQuotedFieldsWithDelimitersQuotesAndLineBreaks() {
    Reading reading =
        Reading.of(csv(ID, NAME), "id,name\r\n1,\"a, \"\"b\"\"\r\nc\"\r\n2,plain\r\n");

    assertThat(reading.rows).containsExactly(List.of(1L, "a, \"b\"\r\nc"), List.of(2L, "plain"));
    assertThat(reading.refusals).isEmpty();
  }

  @Test
  void readsALastLineWithoutALineEnd() {
    assertThat(Reading.of(csv(ID, NAME), "id,name\n1,a").rows).containsExactly(List.of(1L, "a"));
  }

  @Test
  void refusesAnUnclosedQuoteAloneAndGoesOnAtTheNextLine() {
    Reading reading = Reading.of(csv(ID, NAME), "id,name\n1,a\n2,\"open\n3,c\n4,d\n");

    assertThat(reading.rows).containsExactly(List.of(1L, "a"), List.of(3L, "c"), List.of(4L, "d"));
    assertThat(reading.refusals).containsExactly("3 malformed ");
    assertThat(reading.originals).containsExactly("2,\"open");
  }

  @Test
  void refusesALineBreakInQuotesWhereTheLayoutHasNone() {
    Reading reading = Reading.of(singleLines(ID, NAME), "id,name\n1,\"a\nb\"\n2,c\n");

    assertThat(reading.rows).containsExactly(List.of(2L, "c"));
    assertThat(reading.refusals).containsExactly("2 malformed ", "3 malformed ");
  }

  @Test
  void refusesTextBehindAClosingQuoteAndQuotesInsideAPlainField() {
    Reading reading = Reading.of(csv(ID, NAME), "id,name\n1,\"a\" b\n2,say \"hi\" now\n3,c\n");

    assertThat(reading.rows).containsExactly(List.of(3L, "c"));
    assertThat(reading.refusals).containsExactly("2 malformed ", "3 malformed ");
  }

  @Test
  void refusesTooFewAndTooManyFields() {
    Reading reading = Reading.of(csv(ID, NAME), "id,name\n1\n2,b,x\n3,c\n");

    assertThat(reading.rows).containsExactly(List.of(3L, "c"));
    assertThat(reading.refusals).containsExactly("2 field-count ", "3 field-count ");
  }

  @Test
  void refusesACarriageReturnBetweenRecordsInsteadOfLosingTheRest() {
    Reading reading = Reading.of(csv(ID, NAME), "id,name\n1,a\r2,b\n3,c\n");

    assertThat(reading.rows).containsExactly(List.of(3L, "c"));
    assertThat(reading.refusals).containsExactly("2 malformed ");
  }

  @Test
  void refusesBytesThatAreNotInTheEncodingAndKeepsThem() {
    byte[] bytes = "id,name\n1,a\n2,b?\n3,\uFFFD\n".getBytes(StandardCharsets.UTF_8);
    bytes[15] = (byte) 0xC3;

    Reading reading = Reading.of(csv(ID, NAME), bytes);

    assertThat(reading.rows).containsExactly(List.of(1L, "a"), List.of(3L, "\uFFFD"));
    assertThat(reading.refusals).containsExactly("3 encoding ");
  }

  @Test
  void readsOtherEncodings() {
    Dataset dataset = dataset(Layout.builder().encoding("windows-1252").build(), ID, NAME);

    Reading reading = Reading.of(dataset, "id,name\n1,Café €\n", Charset.forName("windows-1252"));

    assertThat(reading.rows).containsExactly(List.of(1L, "Café €"));
  }

  @Test
  void countsBlankLinesButReadsThemWhereThereIsOneColumn() {
    Reading two = Reading.of(csv(ID, NAME), "id,name\n\n1,a\n\n");
    Dataset one = csv(NAME.toBuilder().nulls(List.of()).build());
    Reading single = Reading.of(one, "name\n\nb\n");

    assertThat(two.rows).containsExactly(List.of(1L, "a"));
    assertThat(two.tally.tally("r").getCounters()).containsExactly(Map.entry("blank lines", 2L));
    assertThat(single.rows).containsExactly(List.of(""), List.of("b"));
  }

  @Test
  void refusesMissingWrongAndForbiddenValuesByReason() {
    Field size = Field.builder().name("size").type(FieldType.STRING).allowed(List.of("S")).build();

    Reading reading = Reading.of(csv(ID, size), "id,size\n,S\nmany,S\n0,S\n4,XL\n5,S\n");

    assertThat(reading.rows).containsExactly(List.of(5L, "S"));
    assertThat(reading.refusals)
        .containsExactly("2 missing id", "3 type id", "4 range id", "5 not-allowed size");
  }

  @Test
  void correctsKnownMisspellingsAndCountsThem() {
    Field sector =
        NAME.toBuilder().name("sector").corrections(Map.of("technolgy", "technology")).build();

    Reading reading = Reading.of(csv(ID, sector), "id,sector\n1,technolgy\n2,retail\n");

    assertThat(reading.rows).containsExactly(List.of(1L, "technology"), List.of(2L, "retail"));
    assertThat(reading.tally.tally("r").getCounters())
        .containsExactly(Map.entry("corrected sector: technolgy -> technology", 1L));
  }

  @Test
  void turnsWideRecordsToLongOnesAndPassesOverNulls() {
    Layout wide = Layout.builder().unpivot(Unpivot.of("\\d{4}", "year", "value")).build();
    Field year = Field.of("year", FieldType.INT64);
    Field value = Field.of("value", FieldType.decimal(5, 1));

    Reading reading =
        Reading.of(dataset(wide, ID, year, value), "id,1999,2000,2001\n7,1.5,,x\n8,,,\n");

    assertThat(reading.rows).containsExactly(List.of(7L, 1999L, new BigDecimal("1.5")));
    assertThat(reading.refusals).containsExactly("2 type value");
  }

  @Test
  void readsJsonLinesByNameAliasAndPath() {
    Layout jsonl = Layout.builder().format(Layout.Format.JSONL).build();
    Field user =
        Field.builder().name("user").type(FieldType.INT64).aliases(List.of("u.id")).build();
    Field extra = Field.of("extra", FieldType.JSON);

    Reading reading =
        Reading.of(
            dataset(jsonl, ID, user, extra),
            "{\"extra\": {\"a\": [1, 2]}, \"id\": \"3\", \"u\": {\"id\": 9}, \"other\": 1}\n"
                + "{\"id\": 4, \"user\": null}\n{\"id\": 5\n[1]\n");

    assertThat(reading.rows)
        .containsExactly(List.of(3L, 9L, "{\"a\":[1,2]}"), Arrays.asList(4L, null, null));
    assertThat(reading.refusals).containsExactly("3 malformed ", "4 malformed ");
    assertThat(reading.tally.tally("r").getCounters())
        .containsExactly(Map.entry("unknown field other", 1L));
  }

  @Test
  void refusesARecordThatIsTooLargeAndReadsTheNext() {
    String large = "x".repeat(RecordBytes.MAX_RECORD + 10);

    Reading reading = Reading.of(csv(ID, NAME), "id,name\n1," + large + "\n2,b\n");

    assertThat(reading.rows).containsExactly(List.of(2L, "b"));
    assertThat(reading.refusals).containsExactly("2 too-large ");
  }
}
