package io.cloudpulse.transforms.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.files.DeadLetterLine;
import org.apache.beam.sdk.transforms.DoFn;

/** Sends dead letters. A bundle is done once the cluster has its letters. */
final class KeepInKafkaFn extends DoFn<DeadLetter, Void> {
  private static final long serialVersionUID = 1;

  private final KafkaAddress address;
  private transient KafkaLines lines;

  KeepInKafkaFn(KafkaAddress address) {
    this.address = address;
  }

  @Setup
  public void setUp() {
    lines = KafkaLines.to(address);
  }

  @ProcessElement
  public void keep(@Element DeadLetter letter) {
    lines.send(letter.getId(), DeadLetterLine.of(letter).getBytes(UTF_8), null);
  }

  @FinishBundle
  public void finishBundle() {
    lines.flush();
  }

  @Teardown
  public void tearDown() {
    if (lines != null) {
      lines.close();
    }
  }
}
