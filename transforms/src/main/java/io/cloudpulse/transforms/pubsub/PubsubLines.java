package io.cloudpulse.transforms.pubsub;

import com.google.api.core.ApiFuture;
import com.google.cloud.pubsub.v1.stub.PublisherStub;
import com.google.protobuf.ByteString;
import com.google.pubsub.v1.PublishRequest;
import com.google.pubsub.v1.PublishResponse;
import com.google.pubsub.v1.PubsubMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ExecutionException;

/**
 * Sends lines to a topic, each at least once: those of one ordering key in their order. Fails if
 * the server did not take one of them, at the latest when flushed.
 */
public final class PubsubLines implements AutoCloseable {
  private static final int MOST_MESSAGES = 500;
  private static final int MOST_BYTES = 4 << 20;

  private final PubsubAddress address;
  private final PublisherStub stub;
  private final Queue<ApiFuture<PublishResponse>> sent = new ArrayDeque<>();
  private PublishRequest.Builder batch = PublishRequest.newBuilder();
  private int bytes;

  private PubsubLines(PubsubAddress address) {
    this.address = address;
    this.stub = PubsubClients.publisher(address);
  }

  /** To the topic of an address. */
  public static PubsubLines to(PubsubAddress address) {
    return new PubsubLines(address);
  }

  /**
   * Sends a line.
   *
   * @param key ordering key; empty for none
   * @param line empty to say that the row of its key is no more
   */
  public void send(String key, byte[] line, Map<String, String> attributes) {
    batch.addMessages(
        PubsubMessage.newBuilder()
            .setOrderingKey(key)
            .setData(ByteString.copyFrom(line))
            .putAllAttributes(attributes));
    bytes += line.length;
    if (batch.getMessagesCount() >= MOST_MESSAGES || bytes >= MOST_BYTES) {
      publish();
    }
  }

  /** One request at a time, so that a retry of one does not overtake the next. */
  private void publish() {
    await();
    sent.add(stub.publishCallable().futureCall(batch.setTopic(address.topicPath()).build()));
    batch = PublishRequest.newBuilder();
    bytes = 0;
  }

  /** Waits until the server has all that was sent. */
  public void flush() {
    if (batch.getMessagesCount() > 0) {
      publish();
    }
    await();
  }

  private void await() {
    while (!sent.isEmpty()) {
      try {
        PublishResponse unused = sent.remove().get();
      } catch (ExecutionException failed) {
        throw refused(failed.getCause());
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw refused(stopped);
      }
    }
  }

  private UncheckedIOException refused(Throwable why) {
    return new UncheckedIOException(
        new IOException(address.place() + " did not take a message: " + why.getMessage(), why));
  }

  @Override
  public void close() {
    try {
      flush();
    } finally {
      stub.close();
    }
  }
}
