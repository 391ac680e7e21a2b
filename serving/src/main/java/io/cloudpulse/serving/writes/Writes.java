package io.cloudpulse.serving.writes;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.serving.http.Answer;
import io.cloudpulse.serving.http.Asked;
import io.cloudpulse.serving.http.Freshness;
import io.cloudpulse.serving.http.Kinds;
import io.cloudpulse.serving.http.Parameter;
import io.cloudpulse.serving.http.Problem;
import io.cloudpulse.serving.http.Route;
import io.cloudpulse.serving.store.Stores;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Takes writes of some datasets, and tells what becomes of them. */
public final class Writes {
  /** Until when a request waits, if it says so. */
  public static final Parameter<String> WAIT =
      Parameter.of(
          "wait",
          "Answers when it can be read, at the latest after 10 s.",
          Kinds.oneOf(List.of("visible")),
          "visible");

  /** By which a repeated request is known. */
  public static final Parameter<String> KEY =
      Parameter.inHeader(
          "Idempotency-Key",
          "A text of your own for each write. For 24 hours the same key is the same write, however"
              + " often it is sent.",
          Kinds.matching(
              Pattern.compile("[A-Za-z0-9._:-]{1,100}"), "1 to 100 of A-Z a-z 0-9 . _ : -"),
          "8c7d1f0e-move-1");

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofMillis(50);

  /** Each waiting request holds a thread. */
  private static final int MOST_WAITING = 32;

  private static final Parameter<Written> TOKEN =
      Parameter.inPath(
          "token",
          "What an answer to a write gave as \"visible\".",
          Written.kind(),
          Written.byMessage("sports.players", List.of("meyerad01"), 1_795_000_000_000L, 0, 0)
              .token());

  private final List<Dataset> datasets;
  private final Optional<Writer> writer;
  private final Fates fates;
  private final Stores stores;
  private final Semaphore waiting = new Semaphore(MOST_WAITING);
  private final Cache<Written, Boolean> seen =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofHours(1)).build();

  /**
   * Writes of datasets.
   *
   * @param datasets each with a JSON layout, and a key of fields
   */
  public Writes(List<Dataset> datasets, Stores stores) {
    this.datasets = List.copyOf(datasets);
    this.writer = stores.events().map(log -> new Writer(datasets, log));
    this.fates = new Fates(stores);
    this.stores = stores;
  }

  /** The page that tells what became of a write. */
  public Route route() {
    return Route.get("writes", "/api/writes/{token}", "What became of a write")
        .with(TOKEN)
        .answers(Fate.shape(), asked -> told(asked.path(TOKEN)))
        .kept(Freshness.NEVER);
  }

  /**
   * A route that writes.
   *
   * @param done its status where what it wrote is visible
   */
  public static Route writing(Route route, int done, Function<Asked, Outcome> by) {
    return route
        .with(WAIT, KEY)
        .answers(Fate.shape(), asked -> by.apply(asked).answer(done))
        .ends(
            Map.of(
                202,
                "It is written, and will be visible: \"visible\" tells when",
                done,
                "It is visible: ?wait=visible said to wait"));
  }

  /**
   * Writes what a request wants.
   *
   * @param request what it wants, as a text: of two equal ones, the same
   * @param event made of it where it was not written before
   * @param where it can be read when it is visible
   */
  public Outcome write(Asked asked, String request, Supplier<Event> event, String where) {
    Writer to = writer.orElseThrow(Writes::noWrites);
    Written written =
        asked
            .value(KEY)
            .map(key -> to.writeOnce(key, request, event))
            .orElseGet(() -> to.write(event.get()));
    Fate fate = asked.value(WAIT).isPresent() ? awaited(written) : Fate.unknown();
    return new Outcome(written, fate, where);
  }

  private static Problem noWrites() {
    return Problem.of(
        503,
        "Nothing can be written here",
        "The server was started without Kafka. Type ./pulse up, then ./pulse serve; or"
            + " ./pulse serve --kafka=host:port");
  }

  private Fate awaited(Written written) {
    if (!waiting.tryAcquire()) {
      return Fate.unknown();
    }
    try {
      RetryPolicy<Fate> whilePending =
          RetryPolicy.<Fate>builder()
              .handleResultIf(fate -> fate.state() == State.PENDING)
              .abortOn(Problem.class)
              .withDelay(PAUSE)
              .withMaxDuration(PATIENCE)
              .withMaxRetries(-1)
              .build();
      return Failsafe.with(whilePending).get(() -> fate(written));
    } catch (Problem lookingFails) { // the write itself is done
      return Fate.unknown();
    } finally {
      waiting.release();
    }
  }

  private Answer told(Written written) {
    return Answer.json(fate(written).json(written).toString());
  }

  /** What is visible is so for those who read, too: nothing older is given to them from now on. */
  private Fate fate(Written written) {
    Fate fate = fates.of(written, dataset(written));
    if (fate.state() == State.VISIBLE && seen.asMap().putIfAbsent(written, true) == null) {
      stores.changes().seen();
    }
    return fate;
  }

  private Dataset dataset(Written written) {
    return datasets.stream()
        .filter(dataset -> dataset.name().equals(written.dataset()))
        .filter(dataset -> dataset.key().fields().size() == written.key().size())
        .findFirst()
        .orElseThrow(
            () ->
                Problem.of(404, "There is no such write", "Ask for what a write gave as visible."));
  }
}
