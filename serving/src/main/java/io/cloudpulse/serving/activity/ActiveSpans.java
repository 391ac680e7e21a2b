package io.cloudpulse.serving.activity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudpulse.serving.http.Problem;
import io.cloudpulse.serving.store.Database;
import io.cloudpulse.serving.store.Question;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * When a user did the last events that are asked for: in the last sessions, and since then. The
 * table of events has no index of users, which would cost each event that is stored; it has one of
 * time, and the spans are short.
 *
 * @param spans pairs of a first and a last moment
 */
record ActiveSpans(JsonNode spans) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A session is told when it is over: what lies after the last one is still open. */
  private static final String SPANS =
      """
      with known as (
        select session_start first, session_end last,
          sum(events) over (order by session_start desc) - events later
        from activity.user_sessions where user_id = cast(:id as bigint)
        order by session_start desc limit cast(:limit as int)),
      days as (
        select min(first_activity) first, max(last_activity) last
        from activity.user_days where user_id = cast(:id as bigint)),
      spans as (
        select first, last from known where later < cast(:limit as int)
        union all
        select coalesce((select max(last) from known), first), last from days)
      select json_agg(json_build_array(first, last)) from spans where first <= last""";

  /**
   * The spans of a user's last events.
   *
   * @param events how many at least, if there are as many
   * @throws Problem if nothing is known of the user
   */
  static ActiveSpans of(long user, int events, Database database) {
    String found =
        Question.of(SPANS)
            .with("id", user)
            .with("limit", events)
            .ask(database, TimeRange.noActivity())
            .orElseThrow(
                () ->
                    Problem.of(
                        404,
                        "There is no such user",
                        "Nothing is known of user %d.".formatted(user)));
    try {
      return new ActiveSpans(JSON.readTree(found));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("PostgreSQL writes JSON", impossible);
    }
  }

  /** That an event is in one of them. */
  String condition() {
    return IntStream.range(0, spans.size())
        .mapToObj(
            i ->
                "event_time between cast(:first%1$d as timestamptz) and cast(:last%1$d as timestamptz)"
                    .formatted(i))
        .collect(Collectors.joining(" or "));
  }

  Question bound(Question question) {
    for (int i = 0; i < spans.size(); i++) {
      question.with("first" + i, moment(spans.get(i).get(0)));
      question.with("last" + i, moment(spans.get(i).get(1)));
    }
    return question;
  }

  private static Instant moment(JsonNode time) {
    return OffsetDateTime.parse(time.asText()).toInstant();
  }
}
