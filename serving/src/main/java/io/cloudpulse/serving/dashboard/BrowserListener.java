package io.cloudpulse.serving.dashboard;

import io.javalin.http.sse.SseClient;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/** One that listens over HTTP. */
final class BrowserListener implements LiveListener {
  private final SseClient client;
  private final AtomicBoolean isBusy = new AtomicBoolean();

  BrowserListener(SseClient client) {
    this.client = client;
  }

  @Override
  public void send(String event, String json, Executor by) {
    if (isBusy.compareAndSet(false, true)) {
      by.execute(
          () -> {
            try {
              client.sendEvent(event, json);
            } finally {
              isBusy.set(false);
            }
          });
    }
  }

  @Override
  public boolean isGone() {
    return client.terminated();
  }

  @Override
  public void close() {
    client.close();
  }
}
