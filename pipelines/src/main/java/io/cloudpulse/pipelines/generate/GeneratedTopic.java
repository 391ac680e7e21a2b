package io.cloudpulse.pipelines.generate;

import io.cloudpulse.schemas.Layout;
import io.cloudpulse.transforms.kafka.KafkaAddress;
import io.cloudpulse.transforms.kafka.KafkaLines;
import io.cloudpulse.transforms.kafka.KafkaTopic;
import io.cloudpulse.transforms.pubsub.PubsubAddress;
import io.cloudpulse.transforms.pubsub.PubsubLines;
import io.cloudpulse.transforms.pubsub.PubsubTopic;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Generated records as the messages of a topic: one each, without a header. */
public final class GeneratedTopic {
  private static final int TYPICAL_ROW = 1 << 10;

  private GeneratedTopic() {}

  /**
   * Sends them all, and returns once the cluster has them. Makes the topic if it is not there.
   *
   * @throws Impossible if the dataset leaves no way to do as the recipe says
   * @throws IllegalStateException if the cluster does not answer
   */
  public static Expected write(Recipe recipe, KafkaAddress address, int partitions) {
    KafkaTopic.create(address, partitions);
    try (KafkaLines lines = KafkaLines.to(address)) {
      return send(recipe, (key, line, row) -> lines.send(key, line, null));
    }
  }

  /**
   * The same to a topic of Pub/Sub: the key is the ordering key, the attributes that the address
   * declares are the record's number and the time it is sent. An emulator gets topic and
   * subscription of that name, where they are not there.
   */
  public static Expected write(Recipe recipe, PubsubAddress address) {
    PubsubTopic.prepare(address);
    if (address.isEmulator()) {
      PubsubTopic.subscribe(address, address);
    }
    try (PubsubLines lines = PubsubLines.to(address)) {
      return send(
          recipe,
          (key, line, row) -> lines.send(key == null ? "" : key, line, attributes(address, row)));
    }
  }

  private static Map<String, String> attributes(PubsubAddress address, long row) {
    Map<String, String> attributes = new HashMap<>();
    if (!address.idAttribute().isEmpty()) {
      attributes.put(address.idAttribute(), String.valueOf(row));
    }
    if (!address.timestampAttribute().isEmpty()) {
      String now = String.valueOf(Clock.systemUTC().millis());
      attributes.put(address.timestampAttribute(), now);
    }
    return attributes;
  }

  /** Takes a message. */
  private interface Sending {
    void send(@Nullable String key, byte[] line, long row);
  }

  private static Expected send(Recipe recipe, Sending sending) {
    Blueprint blueprint = Blueprint.of(recipe);
    MessageKeys keys = new MessageKeys(blueprint);
    LineBuffer line = new LineBuffer(TYPICAL_ROW);
    RowWriter rows = new RowWriter(blueprint, line);
    for (long row = 0; row < recipe.rows(); row++) {
      line.backTo(0);
      rows.write(row);
      sending.send(keys.of(rows.draft()).orElse(null), withoutEnd(line.toBytes()), row);
    }
    return Expected.of(recipe, rows.tally());
  }

  /** What {@code --source} takes to read them, behind the topic; nothing where it can be told. */
  public static String query(Recipe recipe) {
    List<Layout> layouts = recipe.dataset().layouts();
    Layout layout = recipe.layout();
    boolean first =
        layouts.stream()
            .filter(other -> other.format() == layout.format() && other.unpivot().isEmpty())
            .findFirst()
            .equals(java.util.Optional.of(layout));
    String named = "layout=" + layout.name();
    if (layout.format() == Layout.Format.JSONL) {
      return first ? "" : "?" + named;
    }
    String header =
        String.join(",", Blueprint.of(recipe).columns().stream().map(Column::header).toList());
    return "?" + (first ? "" : named + "&") + "header=" + header;
  }

  private static byte[] withoutEnd(byte[] line) {
    int end = line.length;
    while (end > 0 && (line[end - 1] == '\n' || line[end - 1] == '\r')) {
      end--;
    }
    return Arrays.copyOf(line, end);
  }
}
