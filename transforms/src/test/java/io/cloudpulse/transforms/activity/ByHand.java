package io.cloudpulse.transforms.activity;

import io.cloudpulse.transforms.VersionedRecord;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The aggregates computed plainly, from a list of distinct events: what must come out. */
final class ByHand {
  private final Collection<VersionedRecord> events;

  private ByHand(Collection<VersionedRecord> events) {
    this.events = events;
  }

  static ByHand of(Collection<VersionedRecord> events) {
    Map<Object, VersionedRecord> distinct = new TreeMap<>();
    events.forEach(event -> distinct.put(event.values()[event.values().length - 1], event));
    return new ByHand(distinct.values());
  }

  /** The rows of a table as {@link Table#rows} tells them. */
  List<String> rows(String table) {
    List<String> rows =
        switch (table) {
          case "activity.action_minutes" -> minutes();
          case "activity.active_users_hourly" -> activeUsers(ChronoUnit.HOURS);
          case "activity.active_users_daily" -> activeUsers(ChronoUnit.DAYS);
          case "activity.user_days" -> days();
          case "activity.user_sessions" -> sessions(Duration.ofMinutes(30));
          default -> throw new IllegalArgumentException(table);
        };
    return rows.stream().sorted().toList();
  }

  private List<String> minutes() {
    return by(e -> start(e, ChronoUnit.MINUTES) + "|" + action(e)).entrySet().stream()
        .map(e -> e.getKey() + "|" + e.getValue().size() + "|" + revenue(e.getValue(), ""))
        .toList();
  }

  private List<String> activeUsers(ChronoUnit unit) {
    return by(e -> start(e, unit).toString()).entrySet().stream()
        .map(e -> e.getKey() + "|" + e.getValue().stream().map(ByHand::user).distinct().count())
        .map(row -> row + "|true")
        .toList();
  }

  private List<String> days() {
    return by(e -> user(e) + "|" + start(e, ChronoUnit.DAYS).toString().substring(0, 10))
        .entrySet()
        .stream()
        .map(e -> e.getKey() + "|" + sums(e.getValue()) + "|" + times(e.getValue()))
        .toList();
  }

  private List<String> sessions(Duration gap) {
    List<String> rows = new ArrayList<>();
    by(e -> "" + user(e)).forEach((user, all) -> cut(all, gap).forEach(s -> rows.add(session(s))));
    return rows;
  }

  private static String session(List<VersionedRecord> session) {
    return user(session.get(0)) + "|" + times(session) + "|" + sums(session);
  }

  private static List<List<VersionedRecord>> cut(List<VersionedRecord> all, Duration gap) {
    List<List<VersionedRecord>> cut = new ArrayList<>();
    Instant before = Instant.MIN;
    for (VersionedRecord event :
        all.stream().sorted(Comparator.comparing(Events::timeOf)).toList()) {
      if (cut.isEmpty() || !Events.timeOf(event).isBefore(before.plus(gap))) {
        cut.add(new ArrayList<>());
      }
      cut.get(cut.size() - 1).add(event);
      before = Events.timeOf(event);
    }
    return cut;
  }

  private Map<String, List<VersionedRecord>> by(Function<VersionedRecord, String> key) {
    return events.stream().collect(Collectors.groupingBy(key));
  }

  private static String sums(List<VersionedRecord> group) {
    long purchases = group.stream().filter(e -> action(e).equals("purchase")).count();
    return group.size() + "|" + purchases + "|" + revenue(group, "purchase");
  }

  private static String times(List<VersionedRecord> group) {
    List<Instant> times = group.stream().map(Events::timeOf).sorted().toList();
    return times.get(0) + "|" + times.get(times.size() - 1);
  }

  private static BigDecimal revenue(List<VersionedRecord> group, String only) {
    return group.stream()
        .filter(e -> only.isEmpty() || action(e).equals(only))
        .map(e -> (BigDecimal) e.values()[Events.DATASET.indexOf("price")])
        .filter(price -> price != null)
        .reduce(new BigDecimal("0.00"), BigDecimal::add);
  }

  private static Instant start(VersionedRecord event, ChronoUnit unit) {
    return Events.timeOf(event).truncatedTo(unit);
  }

  private static long user(VersionedRecord event) {
    return (Long) event.values()[0];
  }

  private static String action(VersionedRecord event) {
    return (String) event.values()[Events.DATASET.indexOf("action")];
  }
}
