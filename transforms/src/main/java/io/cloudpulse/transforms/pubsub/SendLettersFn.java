package io.cloudpulse.transforms.pubsub;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.files.DeadLetterLine;
import io.cloudpulse.transforms.postgres.PostgresAddress;
import io.cloudpulse.transforms.postgres.SentLetters;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.transforms.DoFn;

/** Sends dead letters, and writes down that they are sent. A bundle is done once both are. */
final class SendLettersFn extends DoFn<DeadLetter, Void> {
  private static final long serialVersionUID = 1;
  private static final int MOST_UNTOLD = 1_000;

  private final PubsubAddress topic;
  private final PostgresAddress ledger;
  private transient PubsubLines lines;
  private transient SentLetters sent;
  private transient List<DeadLetter> untold;

  SendLettersFn(PubsubAddress topic, PostgresAddress ledger) {
    this.topic = topic;
    this.ledger = ledger;
  }

  @Setup
  public void setUp() {
    lines = PubsubLines.to(topic);
    sent = SentLetters.in(ledger);
    untold = new ArrayList<>();
  }

  /** A bundle that failed may have left letters behind; its retry brings them again. */
  @StartBundle
  public void startBundle() {
    untold.clear();
  }

  @ProcessElement
  public void send(@Element DeadLetter letter) throws SQLException {
    Map<String, String> attributes =
        Map.of(
            "id", letter.getId(),
            "dataset", letter.getDataset(),
            "reason", letter.getReason(),
            "run", letter.getRun());
    lines.send("", DeadLetterLine.of(letter).getBytes(UTF_8), attributes);
    untold.add(letter);
    if (untold.size() >= MOST_UNTOLD) {
      finishBundle();
    }
  }

  @FinishBundle
  public void finishBundle() throws SQLException {
    if (!untold.isEmpty()) {
      lines.flush();
      sent.add(untold);
      untold.clear();
    }
  }

  @Teardown
  public void tearDown() {
    if (lines != null) {
      lines.close();
    }
    if (sent != null) {
      sent.close();
    }
  }
}
