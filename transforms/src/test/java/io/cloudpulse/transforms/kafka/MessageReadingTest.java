package io.cloudpulse.transforms.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Field;
import io.cloudpulse.schemas.FieldType;
import io.cloudpulse.schemas.Key;
import io.cloudpulse.schemas.Layout;
import io.cloudpulse.transforms.Reading;
import io.cloudpulse.transforms.Version;
import io.cloudpulse.transforms.VersionedRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageReadingTest {
  private static final String TOPIC = "kafka://localhost:9092/things";
  private static final Layout EXPORT = Layout.builder().name("export").build();
  private static final Layout FEED =
      Layout.builder().name("feed").format(Layout.Format.JSONL).build();
  private static final Instant DAWN = Instant.parse("2024-03-01T06:00:00Z");

  static Dataset things(Key key) {
    return Dataset.builder()
        .name("test.things")
        .layouts(List.of(EXPORT, FEED))
        .fields(
            List.of(
                Field.builder().name("id").type(FieldType.INT64).required(true).build(),
                Field.of("name", FieldType.STRING),
                Field.builder()
                    .name("seen")
                    .type(FieldType.TIMESTAMP)
                    .max(Instant.parse("2098-12-31T23:59:59Z"))
                    .build()))
        .key(key)
        .eventTime("seen")
        .build();
  }

  private static Messages byId(String query) {
    return new Messages(things(Key.fields(List.of("id"))), TOPIC + query);
  }

  @Test
  void readsJsonAndCsvToTheSameValues() {
    Messages read =
        byId("")
            .send("{\"id\": 1, \"name\": \"a, b\", \"seen\": \"2024-03-01T06:00:00Z\"}")
            .send("1,\"a, b\",2024-03-01T06:00:00Z\r\n");

    assertThat(read.records)
        .extracting(VersionedRecord::values)
        .containsExactly(new Object[] {1L, "a, b", DAWN}, new Object[] {1L, "a, b", DAWN});
    assertThat(read.records).extracting(VersionedRecord::ordinal).containsExactly(1L, 2L);
    assertThat(read.letters).isEmpty();
  }

  @Test
  void takesTheColumnsOfTheAddressAndItsLayout() {
    Messages read = byId("?header=name,id,seen&layout=export").send("{,1,");

    assertThat(read.records.get(0).values()).containsExactly(1L, "{", null);
  }

  @Test
  void readsLineBreaksInQuotes() {
    assertThat(byId("").send("1,\"a\nb\",").records.get(0).values())
        .containsExactly(1L, "a\nb", null);
  }

  @Test
  void refusesTwoLinesInOneMessage() {
    assertThat(byId("").send("1,a,\n2,b,").refusals()).containsExactly("malformed ");
  }

  @Test
  void refusesEachKindOfTorture() {
    byte[] invalid = "{\"id\": 1, \"name\": \"?\"}".getBytes(StandardCharsets.UTF_8);
    invalid[19] = (byte) 0xC3;
    Messages read =
        byId("?layout=feed")
            .send("not JSON")
            .send("{\"id\": 1")
            .send("")
            .send("\n")
            .send("{\"id\": 1, \"name\": \"" + "x".repeat(5 << 20) + "\"}")
            .send(null, invalid)
            .send("{\"id\": 1, \"name\": \"\\ud800\"}")
            .send("{\"id\": 1, \"seen\": \"2099-03-01T06:00:00Z\"}")
            .send("{\"name\": \"b\"}");

    assertThat(read.records).isEmpty();
    assertThat(read.refusals())
        .containsExactly(
            "malformed ",
            "malformed ",
            "malformed ",
            "malformed ",
            "too-large ",
            "encoding ",
            "encoding ",
            "range seen",
            "missing id");
  }

  @Test
  void refusesAFieldTooMany() {
    assertThat(byId("").send("1,a,,x").refusals()).containsExactly("field-count ");
  }

  @Test
  void refusesANulWhichOnlySomeSinksWouldTake() {
    assertThat(byId("").send("1,\0,").refusals()).containsExactly("encoding name");
    assertThat(byId("").send("{\"id\": 1, \"name\": \"a\\u0000\"}").refusals())
        .containsExactly("encoding name");
  }

  @Test
  void keepsTheWholeMessageAndHowItWasRead() {
    Messages read = byId("").send("1,a,").send("x,a,2024-03-01T06:00:00Z\n");

    assertThat(read.letters.get(0))
        .satisfies(
            letter -> {
              assertThat(letter.getSource()).isEqualTo("kafka://localhost:9092/things/3");
              assertThat(letter.getOffset()).isEqualTo(1);
              assertThat(letter.getLine()).isZero();
              assertThat(letter.getStep()).isEqualTo("read");
              assertThat(letter.getOriginal())
                  .isEqualTo(Messages.bytes("x,a,2024-03-01T06:00:00Z\n"));
              assertThat(Reading.parse(letter.getReading()))
                  .isEqualTo(
                      new Reading(
                          0, List.of("id", "name", "seen"), Version.ofLoad(Messages.SENT, 1), 0));
            });
  }

  @Test
  void countsWhatItCorrectsAndDoesNotKnow() {
    assertThat(byId("").send("{\"id\": 1, \"extra\": 2}").counted)
        .containsExactly("unknown field extra");
  }

  @Test
  void laterOffsetsOfOneMillisecondWin() {
    Messages read = byId("").send("1,a,").send("1,b,");

    assertThat(read.records)
        .extracting(VersionedRecord::version)
        .containsExactly(Version.ofLoad(Messages.SENT, 0), Version.ofLoad(Messages.SENT, 1));
  }

  @Test
  void numbersRecordsByOffsetWhereTheKeyIsThePosition() {
    Messages read = new Messages(things(Key.position()), TOPIC).send("1,a,").send("1,a,");

    assertThat(read.records.get(1).values()).containsExactly(1L, "a", null, "things/3", 1L);
  }

  @Test
  void deletesByTheMessagesKey() {
    Messages read = byId("").send("7", null).send("{\"id\": 8}", null);

    assertThat(read.records).allMatch(VersionedRecord::deleted);
    assertThat(read.records)
        .extracting(VersionedRecord::values)
        .containsExactly(new Object[] {7L, null, null}, new Object[] {8L, null, null});
  }

  @Test
  void aDeletionWinsOverARecordOfTheSameMillisecond() {
    Dataset told = things(Key.fields(List.of("id"))).toBuilder().version("seen").build();

    Messages read = new Messages(told, TOPIC).send("7", null).send("7,a,2024-03-01T12:00:00Z");

    assertThat(read.records.get(0).version()).isGreaterThan(read.records.get(1).version());
    assertThat(read.records.get(0).version() >> 21).isEqualTo(Messages.SENT.toEpochMilli());
  }

  @Test
  void readsAKeyOfSeveralFieldsAsCsv() {
    Messages read =
        new Messages(things(Key.fields(List.of("name", "id"))), TOPIC).send("\"a,b\",7", null);

    assertThat(read.records.get(0).values()).containsExactly(7L, "a,b", null);
  }

  @Test
  void refusesADeletionWithoutAKeyItCanRead() {
    Messages fields = byId("").send(null, (String) null).send("x", null).send("{\"a\": 1}", null);
    Messages content = new Messages(things(Key.content()), TOPIC).send("7", null);

    assertThat(fields.refusals()).containsExactly("missing ", "type id", "missing id");
    assertThat(content.refusals()).containsExactly("malformed ");
  }

  @Test
  void refusesALayoutThatCannotBe() {
    assertThatThrownBy(() -> byId("?layout=other"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("it has export, feed");
    assertThatThrownBy(() -> byId("?header=name"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the header of kafka://localhost:9092/things lacks id");
  }
}
