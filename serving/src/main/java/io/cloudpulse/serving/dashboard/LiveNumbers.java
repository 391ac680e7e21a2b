package io.cloudpulse.serving.dashboard;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/**
 * Where the platform stands.
 *
 * @param at when it was asked, by the database's clock, as ISO 8601
 * @param eventsRead events that jobs which run have read since they began
 * @param activeUsers distinct users of this hour
 * @param events of the last 24 hours
 * @param purchases of the last 24 hours
 * @param revenue of the last 24 hours; US dollars
 * @param lag messages that jobs which run have left to read; null if none tells
 * @param watermark how far event time has come, where it is furthest behind; null if nobody tells
 * @param openLetters dead letters that wait; no more than {@link LiveQuestion#MOST_LETTERS} are
 *     counted
 * @param runs all that were ever begun
 * @param running those that gave a sign of life
 * @param ended all that came to their end: with the runs begun, it changes with every change
 */
record LiveNumbers(
    String at,
    long eventsRead,
    long activeUsers,
    long events,
    long purchases,
    BigDecimal revenue,
    Long lag,
    String watermark,
    long openLetters,
    long runs,
    long running,
    long ended) {
  /**
   * As an event carries it.
   *
   * @param eventsPerSecond over the last looks
   */
  ObjectNode json(double eventsPerSecond) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("at", at)
        .put("events_per_second", eventsPerSecond)
        .put("active_users", activeUsers)
        .put("events", events)
        .put("purchases", purchases)
        .put("revenue", revenue)
        .put("lag", lag)
        .put("watermark", watermark)
        .put("open_letters", openLetters)
        .put("runs", runs)
        .put("running", running)
        .put("ended", ended);
  }
}
