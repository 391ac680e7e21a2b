package io.cloudpulse.serving.dashboard;

import io.cloudpulse.serving.http.Problem;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.sse.SseClient;
import io.javalin.http.sse.SseHandler;

/** {@code GET /api/live}: server-sent events, {@code pulse} with the numbers, once a second. */
final class LiveHandler implements Handler {
  private static final String EVENTS = "text/event-stream";

  private final LiveFeed feed;
  private final SseHandler events;

  LiveHandler(LiveFeed feed) {
    this.feed = feed;
    this.events = new SseHandler(this::listen);
  }

  @Override
  public void handle(Context request) throws Exception {
    String accepted = request.header("Accept");
    if (accepted == null || !accepted.contains(EVENTS)) {
      throw Problem.of(
          406,
          "These are events",
          "They go on for as long as you listen. Ask with Accept: " + EVENTS);
    }
    if (feed.isFull()) {
      throw Problem.of(
          503,
          "Too many listen",
          "At most %d do at a time. Try again in some seconds.".formatted(LiveFeed.MOST));
    }
    events.handle(request);
  }

  private void listen(SseClient client) {
    LiveListener listener = new BrowserListener(client);
    client.keepAlive();
    client.onClose(() -> feed.remove(listener));
    if (!feed.add(listener)) {
      client.close();
    }
  }
}
