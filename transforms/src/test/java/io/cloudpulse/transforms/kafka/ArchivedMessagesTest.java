package io.cloudpulse.transforms.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.file.Datasets;
import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.Lookup;
import io.cloudpulse.transforms.Reason;
import io.cloudpulse.transforms.TallyCounter;
import io.cloudpulse.transforms.VersionedRecord;
import io.cloudpulse.transforms.archive.ArchiveOrigin;
import io.cloudpulse.transforms.archive.ArchivedRecord;
import io.cloudpulse.transforms.archive.ReadAgain;
import io.cloudpulse.transforms.decode.RecordFinisher;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ArchivedMessagesTest {
  private static final Dataset SHIPPERS = Datasets.named("northwind.shippers");
  private static final String SOURCE = "kafka://host:9092/things/3";

  private static final List<String[]> MESSAGES =
      List.of(
          new String[] {"1", "1,a,555"},
          new String[] {"2", "one field"},
          new String[] {"3", ""},
          new String[] {"{\"shipper_id\": 1}", null},
          new String[] {"one", null},
          new String[] {"4", "x,b,555\n"});

  private final List<VersionedRecord> records = new ArrayList<>();
  private final List<DeadLetter> letters = new ArrayList<>();

  @Test
  void givesTheSameRowsAndDeadLettersAgain() throws IOException {
    assertSame(Optional.empty());
  }

  @Test
  void knowsWhenTheirDataWasSaidToBeTrue() throws IOException {
    assertSame(Optional.of(Instant.parse("2020-02-29T00:00:00Z")));
  }

  private void assertSame(Optional<Instant> asOf) throws IOException {
    Kept first = new Kept();
    List<ArchivedRecord> archived = first(asOf, first);
    TallyCounter tally = new TallyCounter();
    ArchivedMessages again =
        new ArchivedMessages(
            new ArchiveOrigin(SHIPPERS, "run", false, Lookup.none()),
            SOURCE,
            new RecordFinisher(SHIPPERS),
            new ReadAgain.Outputs(SOURCE + "#0", tally, records::add, letters::add));

    for (ArchivedRecord record : archived) {
      int layout = Math.max(0, record.reading().layout());
      again.read(record, layout, record.reading().header());
    }

    assertThat(first.records).hasSize(2);
    assertThat(first.letters).hasSize(4);
    assertThat(letters).isEqualTo(first.letters);
    assertThat(records)
        .usingRecursiveComparison()
        .ignoringFields("range", "ordinal")
        .isEqualTo(first.records);
    assertThat(tally.tally("all").getAccepted()).isEqualTo(2);
    assertThat(tally.tally("all").getRead()).isEqualTo(6);
  }

  private static List<ArchivedRecord> first(Optional<Instant> asOf, Kept kept) throws IOException {
    MessageOrigin origin =
        MessageOrigin.of(
            SHIPPERS, KafkaAddress.parse("kafka://host:9092/things"), asOf, "run", false);
    MessageReading reading =
        new MessageReading(origin, 3, "range", new RecordFinisher(SHIPPERS), kept);
    List<ArchivedRecord> archived = new ArrayList<>();
    for (String[] message : MESSAGES) {
      reading.read(
          Messages.message(
              3,
              archived.size() + 40,
              Messages.SENT,
              Messages.bytes(message[0]),
              Messages.bytes(message[1])));
      archived.add(reading.archived());
    }
    return archived;
  }

  private static final class Kept implements MessageOutputs {
    private final List<VersionedRecord> records = new ArrayList<>();
    private final List<DeadLetter> letters = new ArrayList<>();

    @Override
    public void accepted(VersionedRecord record, Optional<Instant> eventTime) {
      records.add(record);
    }

    @Override
    public void refused(DeadLetter letter, Reason reason) {
      letters.add(letter);
    }

    @Override
    public void count(String name) {}
  }
}
