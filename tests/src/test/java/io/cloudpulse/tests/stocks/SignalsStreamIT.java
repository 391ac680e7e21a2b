package io.cloudpulse.tests.stocks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.schemas.stocks.StockDatasets;
import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.KafkaServer;
import io.cloudpulse.tests.kit.PostgresServer;
import io.cloudpulse.tests.kit.PulseCommand;
import io.cloudpulse.tests.kit.Rows;
import io.cloudpulse.tests.kit.Topics;
import io.cloudpulse.transforms.kafka.KafkaAddress;
import io.cloudpulse.transforms.kafka.KafkaLines;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Shuffled, doubled, corrected and deleted prices of a topic give the same signals, to the version,
 * as a batch, as a stream and in rounds.
 */
@ExtendWith({PostgresServer.class, KafkaServer.class})
class SignalsStreamIT {
  /** Of 25 shares, for a year. */
  private static final int ROWS = 25 * 230;

  private static final int CORRECTED = 40;
  private static final int DELETED = 10;

  @TempDir static Path folder;

  private static String source;
  private static Rows expected;

  @BeforeAll
  static void moveTheTopicAsABatch(Database database, Topics topics) throws Exception {
    String topic = topics.address(topics.topic(3));
    Path file = folder.resolve("prices.csv");
    PulseCommand ended =
        PulseCommand.run(
            "generate", "--dataset=stocks.prices", "--rows=" + ROWS, "--seed=39", "--out=" + file);
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    List<String> lines = Files.readAllLines(file);
    send(lines.subList(1, lines.size()), topic);
    source = topic + "?layout=with-symbol&header=" + lines.get(0);

    run(database, "--mode=batch");

    expected = Rows.in(database, StockDatasets.SIGNALS);
    assertThat(expected.count()).isEqualTo(ROWS - DELETED);
    assertThat(new Signals(database).differences()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--allowedLateness=P36500D",
        "--rounds --roundSize=1500",
        "--runner=spark --roundSize=1500 --mode=streaming"
      })
  void comeToTheSame(String flags, Database database) throws Exception {
    run(database, ("--until=end " + flags).split(" "));

    assertThat(Rows.in(database, StockDatasets.SIGNALS).differences(expected)).isEmpty();
    assertThat(new Signals(database).differences()).isEmpty();
  }

  private static void run(Database database, String... flags) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "run",
                "--dataset=stocks.prices",
                "--source=" + source,
                "--sink=" + database.sink(),
                "--quiet"));
    args.addAll(List.of(flags));
    PulseCommand ended = PulseCommand.run(args.toArray(String[]::new));
    assertThat(ended.exitCode()).as(ended.err()).isZero();
  }

  /** Each twice and in no order; then corrections and deletions. A row has its partition. */
  private static void send(List<String> lines, String topic) {
    Random random = new Random(2);
    List<String> all = new ArrayList<>(lines);
    all.addAll(lines);
    Collections.shuffle(all, random);
    List<String> some = new ArrayList<>(lines);
    Collections.shuffle(some, random);
    try (KafkaLines messages = KafkaLines.to(KafkaAddress.parse(topic))) {
      all.forEach(line -> messages.send(key(line), line.getBytes(UTF_8), null));
      some.stream()
          .limit(CORRECTED)
          .forEach(line -> messages.send(key(line), corrected(line).getBytes(UTF_8), null));
      some.stream().skip(CORRECTED).limit(DELETED).forEach(l -> messages.send(key(l), null, null));
    }
  }

  private static String key(String line) {
    String[] values = line.replace("\"", "").split(",", -1);
    return "{\"symbol\":\"%s\",\"date\":\"%s\"}".formatted(values[0], values[1]);
  }

  private static String corrected(String line) {
    String[] values = line.replace("\"", "").split(",", -1);
    return String.join(",", values[0], values[1], "1", "9", "1", "2", "2", "77");
  }
}
