package io.cloudpulse.transforms.pubsub;

import com.google.pubsub.v1.ReceivedMessage;
import io.cloudpulse.transforms.postgres.PulledMessages;
import io.cloudpulse.transforms.postgres.PulledMessages.Pulled;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Writes down what waits in a subscription, before it is read: so a job that is bounded reads the
 * same again, and the server is told when it has. For one thread.
 */
public final class Pulling implements AutoCloseable {
  private final Messages messages;
  private final Subscription subscription;
  private final PulledMessages kept;
  private long end;

  private Pulling(PubsubAddress address, PulledMessages kept) throws SQLException {
    this.messages = new Messages(address);
    this.kept = kept;
    this.end = kept.end();
    this.subscription = Subscription.open(address);
  }

  /** Goes on where what is kept ends. */
  public static Pulling from(PubsubAddress address, PulledMessages kept) throws SQLException {
    return new Pulling(address, kept);
  }

  /**
   * Pulls until there are so many more, or nothing has come for a time of a server that answers.
   */
  public void pull(long most, Duration quiet) throws IOException, SQLException {
    long enough = end + most;
    while (end < enough) {
      List<ReceivedMessage> received = subscription.nextUnlessSilent(quiet);
      if (received.isEmpty()) {
        return;
      }
      keep(received);
    }
  }

  private void keep(List<ReceivedMessage> received) throws SQLException {
    Map<Long, Pulled> byId = new LinkedHashMap<>();
    for (ReceivedMessage message : received) {
      ConsumerRecord<byte[], byte[]> record = messages.of(message.getMessage());
      byte[] data = record.value() == null ? new byte[0] : record.value();
      Pulled pulled =
          new Pulled(record.offset(), record.timestamp(), record.key(), data, message.getAckId());
      byId.merge(record.offset(), pulled, Pulling::together);
    }
    List<String> done = kept.keep(end, byId.values());
    end += byId.size();
    if (!done.isEmpty()) {
      subscription.acknowledge(done);
    }
  }

  private static Pulled together(Pulled one, Pulled again) {
    String ids = one.ackIds() + "\n" + again.ackIds();
    return new Pulled(one.id(), one.sent(), one.key(), one.data(), ids);
  }

  /** The number after the last that was written down. */
  public long end() {
    return end;
  }

  /** The number before which all is done. */
  public long done() throws SQLException {
    return kept.done();
  }

  /** All before a number is in the sinks: tells the server, then lets it go. */
  public void acknowledge(long before) throws SQLException {
    List<String> ids = kept.ackIds(before);
    if (!ids.isEmpty()) {
      subscription.acknowledge(ids);
    }
    kept.finish(before);
  }

  /** Gives back what is not done, and forgets that it was pulled. */
  public void giveUp() throws SQLException {
    List<String> ids = kept.ackIds(end);
    if (!ids.isEmpty()) {
      subscription.handBack(ids);
    }
    kept.forget();
  }

  /** Forgets what is done, too: a job of that name never comes again. */
  public void forget() throws SQLException {
    kept.forget();
  }

  @Override
  public void close() {
    subscription.close();
    kept.close();
  }
}
