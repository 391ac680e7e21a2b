package io.cloudpulse.serving.writes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.serving.datasets.StoredRow;
import io.cloudpulse.serving.http.Problem;
import io.cloudpulse.serving.store.Question;
import io.cloudpulse.serving.store.Stores;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Finds what became of writes: in each sink, and among the dead letters. */
final class Fates {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A record's letter, whichever name its servers went by. Late ones are rows all the same. */
  private static final String LETTER =
      """
      select json_build_object(
        'letter', id, 'reason', reason, 'message', message, 'field', field)
      from pulse.dead_letters
      where dataset = :dataset and byte_offset = cast(:offset as bigint)
        and right(source, length(:place)) = :place
        and status <> 'replayed' and step <> 'windows'
      limit 1\
      """;

  /** The sinks of a stream that reads the topic now. */
  private static final String SINKS =
      """
      select to_json(sinks) from pulse.runs
      where dataset = :dataset and mode = 'streaming' and state = 'running'
        and heartbeat_at > now() - interval '15 seconds'
      order by started_at desc limit 1\
      """;

  private final Stores stores;

  Fates(Stores stores) {
    this.stores = stores;
  }

  Fate of(Written written, Dataset dataset) {
    Optional<String> stream = ask(Question.of(SINKS).with("dataset", dataset.name()));
    Map<String, State> sinks = new LinkedHashMap<>();
    long row = new StoredRow(dataset, stores.database()).version(written.key()).orElse(-1);
    sinks.put("postgres", State.of(written, row));
    if (stores.search().isPresent() && stream.map(Fates::hasSearch).orElse(true)) {
      sinks.put("elasticsearch", State.of(written, indexed(written, dataset)));
    }
    if (!sinks.containsValue(State.PENDING)) {
      return new Fate(sinks, Optional.empty(), Optional.empty());
    }
    return new Fate(sinks, letter(written), stream.isEmpty() ? hint(dataset) : Optional.empty());
  }

  private static boolean hasSearch(String sinks) {
    return sinks.contains("elasticsearch:");
  }

  private long indexed(Written written, Dataset dataset) {
    return new IndexedRow(dataset, stores.search().orElseThrow()).version(written.key());
  }

  private Optional<JsonNode> letter(Written written) {
    String place = "/%s/%d".formatted(written.dataset(), written.partition());
    return ask(Question.of(LETTER)
            .with("dataset", written.dataset())
            .with("offset", written.offset())
            .with("place", place))
        .map(Fates::parsed);
  }

  /** Where nothing was ever moved there is no ledger. */
  private Optional<String> ask(Question question) {
    Problem missing = Problem.of(404, "There is no ledger", "Nothing was moved yet.");
    try {
      return question.ask(stores.database(), missing);
    } catch (Problem problem) {
      if (problem == missing) {
        return Optional.empty();
      }
      throw problem;
    }
  }

  private static JsonNode parsed(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("PostgreSQL writes JSON", impossible);
    }
  }

  private static Optional<String> hint(Dataset dataset) {
    return Optional.of(
        "No stream that reads the topic is known here. ./pulse run --dataset=%1$s --source=kafka:%1$s"
                .formatted(dataset.name())
            + " --sink=postgres,elasticsearch");
  }
}
