package io.cloudpulse.tests.pubsub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudpulse.pipelines.move.RunReport;
import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.PostgresServer;
import io.cloudpulse.tests.kit.PubsubServer;
import io.cloudpulse.tests.kit.PulseCommand;
import io.cloudpulse.tests.kit.Subscriptions;
import io.cloudpulse.tests.live.ShopEvents;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What waits in a subscription, at once and in rounds, gives the rows of a file of the same. */
@ExtendWith({PostgresServer.class, PubsubServer.class})
class PubsubBatchIT {
  private static final int COUNT = 2_000;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--mode=batch --runner=direct",
        "--mode=batch --runner=flink",
        "--mode=batch --runner=spark",
        "--runner=spark --until=end --roundSize=700",
      })
  void givesTheRowsOfAFile(
      String how, Database fromFile, Database moved, Subscriptions subscriptions) throws Exception {
    ShopEvents events = ShopEvents.generated(COUNT, 41);
    List<String> expected = Planted.of(events).rows(fromFile, folder);
    String name = subscriptions.made();
    List<Integer> half = IntStream.range(0, COUNT / 2).boxed().toList();
    subscriptions.send(name, events.lines());
    subscriptions.send(name, events.lines(), half);
    EventsFrom move =
        EventsFrom.subscription(subscriptions.address(name) + "&idAttribute=uid", moved)
            .with(how.split(" "));

    RunReport report = move.move();

    assertThat(report.imbalance()).isEmpty();
    assertThat(report.read()).isEqualTo(COUNT);
    assertThat(report.refusedByReason()).isEqualTo(Map.of("type", (long) events.bad()));
    assertThat(move.rows()).isEqualTo(expected);
    assertThat(subscriptions.waiting(name)).isZero();
    assertThat(moved.one("select count(*) from pulse.pulled where data is not null"))
        .isEqualTo("0");
  }

  private static EventsFrom batch(String name, Database database, Subscriptions subscriptions) {
    return EventsFrom.subscription(subscriptions.address(name), database)
        .with("--mode=batch", "--runner=direct");
  }

  /** What was refused goes to subscribers of a topic, and the report still balances. */
  @Test
  void sendsDeadLettersToATopic(Database database, Subscriptions subscriptions) throws Exception {
    ShopEvents events = ShopEvents.generated(COUNT, 47);
    String name = subscriptions.made();
    String letters = subscriptions.made();
    subscriptions.send(name, events.lines());

    RunReport report =
        batch(name, database, subscriptions)
            .with("--deadLetters=" + subscriptions.address(letters))
            .move();

    assertThat(events.bad()).isPositive();
    assertThat(report.imbalance()).isEmpty();
    assertThat(report.deadLettersKept()).isEqualTo(events.bad());
    assertThat(subscriptions.waiting(letters)).isEqualTo(events.bad());
  }

  /** What {@code pulse generate} sends is what {@code pulse run} finds at the address it names. */
  @Test
  void readsWhatIsGenerated(Database database, Subscriptions subscriptions) throws Exception {
    String out = subscriptions.address("t-" + UUID.randomUUID()) + "&idAttribute=uid";
    PulseCommand generated =
        PulseCommand.run(
            "generate",
            "--dataset=northwind.orders",
            "--rows=1000",
            "--dirty=0.05",
            "--duplicates=0.1",
            "--out=" + out);
    assertThat(generated.exitCode()).as(generated.err()).isZero();
    Matcher source = Pattern.compile("--source='([^']+)'").matcher(generated.out());
    assertThat(source.find()).as(generated.out()).isTrue();

    PulseCommand moved =
        PulseCommand.run(
            "run",
            "--dataset=northwind.orders",
            "--source=" + source.group(1),
            "--sink=" + database.sink(),
            "--mode=batch",
            "--runner=direct",
            "--maxRefused=1");

    assertThat(moved.exitCode()).as(moved.out() + moved.err()).isZero();
    String json = generated.out().substring(generated.out().indexOf('{'));
    assertThat(database.one("select count(*) from northwind.orders"))
        .isEqualTo(new ObjectMapper().readTree(json).get("rowsInSink").asText());
  }

  /** Nothing is said that would help files. */
  @Test
  void windowsInRoundsAreRefused(Database database, Subscriptions subscriptions) {
    PulseCommand refused =
        PulseCommand.run(
            "run",
            "--dataset=activity.events",
            "--source=" + subscriptions.address(subscriptions.made()),
            "--sink=" + database.sink(),
            "--runner=spark");

    assertThat(refused.exitCode()).isEqualTo(3);
    assertThat(refused.err())
        .startsWith("windows in rounds are summed up from the source's whole log")
        .endsWith("(--runner=flink --rounds=false)\nNothing was written.\n");
  }

  @Test
  void isRefusedWithAllThatIsWrong() {
    PulseCommand refused =
        PulseCommand.run(
            "run",
            "--dataset=activity.events",
            "--sink=postgres",
            "--source=pubsub://Lab/x?id=uid&endpoint=nowhere");

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(Stream.of("the project was \"Lab\"", "the name was \"x\"", "id=uid", "For example"))
        .allMatch(refused.err()::contains);
  }
}
