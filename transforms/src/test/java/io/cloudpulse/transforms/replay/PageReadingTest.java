package io.cloudpulse.transforms.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Field;
import io.cloudpulse.schemas.FieldType;
import io.cloudpulse.schemas.Key;
import io.cloudpulse.schemas.Layout;
import io.cloudpulse.schemas.Unpivot;
import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.Digest;
import io.cloudpulse.transforms.Lookup;
import io.cloudpulse.transforms.RangeTally;
import io.cloudpulse.transforms.Reading;
import io.cloudpulse.transforms.Version;
import io.cloudpulse.transforms.VersionedRecord;
import io.cloudpulse.transforms.decode.RecordFinisher;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageReadingTest {
  private static final long VERSION = Version.ofLoad(Instant.parse("2024-03-01T12:00:00Z"), 20);
  private static final Dataset THINGS = things(Layout.builder().build());
  private static final Dataset BOTH =
      things(
          Layout.builder().name("csv").build(),
          Layout.builder().name("json").format(Layout.Format.JSONL).build());
  private static final Reading AS_FILE = new Reading(0, List.of("name", "id"), VERSION, 7);

  @TempDir private Path folder;

  private final List<VersionedRecord> records = new ArrayList<>();
  private final List<DeadLetter> letters = new ArrayList<>();
  private final List<RangeTally> tallies = new ArrayList<>();

  @Test
  void readsALineByTheHeaderItHad() throws IOException {
    replay(THINGS, letter("Bolt,2", AS_FILE));

    assertThat(rows()).containsExactly(List.of(2L, "Bolt"));
    VersionedRecord record = records.get(0);
    assertThat(record.version()).isEqualTo(VERSION);
    assertThat(record.range()).isEqualTo("data/a.csv#replay/1");
    assertThat(record.ordinal()).isEqualTo(1);
    assertThat(record.offset()).isEqualTo(20);
    assertThat(tallies)
        .containsExactly(
            RangeTally.of("data/a.csv#replay/1", 1, 1, java.util.Map.of(), java.util.Map.of()));
  }

  @Test
  void takesABraceForJsonIfTheLetterDoesNotTell() throws IOException {
    replay(BOTH, letter("{\"id\": 2, \"name\": \"Bolt\"}", new Reading(-1, List.of(), VERSION, 0)));

    assertThat(rows()).containsExactly(List.of(2L, "Bolt"));
  }

  @Test
  void readsTheHeaderOfTheFileThatIsStillThere() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "name,id\nAnvil,1\nBolt,2\n");
    Reading unknown = new Reading(-1, List.of(), VERSION, 0);
    DeadLetter letter =
        letter("Bolt,2", unknown).toBuilder().setSource(file.toString()).setOffset(16).build();

    replay(THINGS, letter);

    assertThat(rows()).containsExactly(List.of(2L, "Bolt"));
  }

  @Test
  void takesTheFieldsInOrderIfTheFileIsGone() throws IOException {
    replay(THINGS, letter("2,Bolt", new Reading(-1, List.of(), VERSION, 0)));

    assertThat(rows()).containsExactly(List.of(2L, "Bolt"));
  }

  @Test
  void keepsTheIdOfWhatIsRefusedAgain() throws IOException {
    DeadLetter first = letter("Bolt,two", AS_FILE);

    replay(THINGS, first);

    DeadLetter second = letters.get(0);
    assertThat(second.getId()).isEqualTo(first.getId());
    assertThat(second.getRun()).isEqualTo("replay");
    assertThat(second.getMessage()).contains("two");
    assertThat(second.getReading()).isEqualTo(first.getReading());
    assertThat(tallies.get(0).getRefused()).containsEntry("type", 1L);
  }

  @Test
  void readsALineOnceHoweverManyLettersItLeft() throws IOException {
    DeadLetter bySink = letter("Bolt,2", new Reading(-1, List.of(), VERSION, 0));
    DeadLetter byReader = letter("Bolt,2", AS_FILE);

    replay(THINGS, bySink.toBuilder().setStep("postgres:test.things").build(), byReader);

    assertThat(rows()).containsExactly(List.of(2L, "Bolt"));
  }

  @Test
  void makesTheKeyOfAPositionFromTheFileAndTheNumber() throws IOException {
    replay(THINGS.toBuilder().key(Key.position()).build(), letter("Bolt,2", AS_FILE));

    assertThat(rows()).containsExactly(List.of(2L, "Bolt", "a.csv", 7L));
  }

  @Test
  void makesTheKeyOfAPositionFromThePartitionAndTheOffset() throws IOException {
    DeadLetter letter = letter("Bolt,2", AS_FILE);

    replay(
        THINGS.toBuilder().key(Key.position()).build(),
        letter.toBuilder().setSource("kafka://localhost:9092/things/3").build());

    assertThat(rows()).containsExactly(List.of(2L, "Bolt", "things/3", 20L));
  }

  @Test
  void refusesWhatItCannotGiveAVersion() throws IOException {
    replay(THINGS, letter("2,Bolt", Reading.UNKNOWN));

    assertThat(letters)
        .singleElement()
        .extracting(DeadLetter::getMessage)
        .isEqualTo("when the record was true is not known: say it with --asOf=TIME");
  }

  @Test
  void refusesAnEmptyRecord() throws IOException {
    replay(THINGS, letter("", AS_FILE));

    assertThat(letters.get(0).getMessage()).isEqualTo("the record is empty");
  }

  @Test
  void replaysTheWholeLineOfAColumn() throws IOException {
    Dataset wide =
        THINGS.toBuilder()
            .fields(
                List.of(
                    Field.builder().name("id").type(FieldType.INT64).required(true).build(),
                    Field.builder().name("year").type(FieldType.INT64).build(),
                    Field.builder().name("amount").type(FieldType.INT64).build()))
            .key(Key.fields(List.of("id", "year")))
            .layouts(
                List.of(Layout.builder().unpivot(Unpivot.of("\\d{4}", "year", "amount")).build()))
            .build();
    Reading reading = new Reading(0, List.of("id", "2001", "2002", "2003"), VERSION, 1);
    String line = "1,5,x,y";
    DeadLetter one = letter(line, reading).toBuilder().setId(columnId(line, "2002")).build();
    DeadLetter two = letter(line, reading).toBuilder().setId(columnId(line, "2003")).build();

    replay(wide, one, two);

    assertThat(rows()).containsExactly(List.of(1L, 2001L, 5L));
    assertThat(letters).extracting(DeadLetter::getId).containsExactly(one.getId(), two.getId());
    assertThat(tallies.get(0).getRead()).isEqualTo(3);
  }

  private void replay(Dataset dataset, DeadLetter... kept) throws IOException {
    ReplayOrigin origin = new ReplayOrigin(dataset, null, "replay", false, Lookup.none());
    for (ReplayPage page : ReplayPage.of(List.of(kept))) {
      new PageReading(origin, page, new RecordFinisher(dataset), new Kept()).readAll();
    }
  }

  private List<List<Object>> rows() {
    return records.stream().map(record -> Arrays.asList(record.values())).toList();
  }

  private static String columnId(String line, String column) {
    return new Digest()
        .add("test.things")
        .add("read")
        .add("data/a.csv")
        .add(20)
        .add(column)
        .add(line)
        .hex();
  }

  private static DeadLetter letter(String line, Reading reading) {
    return DeadLetter.builder()
        .setId("0123")
        .setDataset("test.things")
        .setStep("read")
        .setReason("type")
        .setMessage("was wrong")
        .setField("id")
        .setOriginal(line.getBytes(StandardCharsets.UTF_8))
        .setSource("data/a.csv")
        .setOffset(20)
        .setLine(3)
        .setRun("first")
        .setReading(reading.text())
        .build();
  }

  private static Dataset things(Layout... layouts) {
    return Dataset.builder()
        .name("test.things")
        .layouts(List.of(layouts))
        .fields(
            List.of(
                Field.builder().name("id").type(FieldType.INT64).required(true).build(),
                Field.builder().name("name").type(FieldType.STRING).build()))
        .key(Key.fields(List.of("id")))
        .build();
  }

  private final class Kept implements ReplayOutputs {
    @Override
    public void accepted(VersionedRecord record) {
      records.add(record);
    }

    @Override
    public void refused(DeadLetter letter) {
      letters.add(letter);
    }

    @Override
    public void finished(RangeTally tally) {
      tallies.add(tally);
    }
  }
}
