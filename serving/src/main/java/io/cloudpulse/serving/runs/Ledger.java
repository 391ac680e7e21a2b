package io.cloudpulse.serving.runs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cloudpulse.serving.http.Problem;
import io.cloudpulse.serving.store.Database;
import io.cloudpulse.serving.store.Missing;
import io.cloudpulse.serving.store.Question;
import java.util.function.Function;

/** The runs that the database knows of. */
final class Ledger {
  static Problem none() {
    return Missing.rows(
        "pulse.runs", "run --dataset=northwind.orders --source=... --sink=postgres");
  }

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LAST_ENDED = 5;

  /** As JSON: an earlier release may have made a table without the later columns. */
  private static final String RUNS =
      """
      select coalesce(json_agg(run || jsonb_build_object('silent_seconds',
        extract(epoch from now() - (run->>'heartbeat_at')::timestamptz)) order by place), '[]')
      from (%s) runs\
      """;

  private static final String NEWEST =
      """
      select to_jsonb(r) run, row_number() over (order by started_at desc, run) place
      from pulse.runs r order by started_at desc, run limit cast(:limit as int)\
      """;

  /** Those that go on, or can go on, come first; of the others the newest. */
  private static final String JOBS =
      """
      select run, row_number() over (order by open desc, at desc, name) place from (
        select *, row_number() over (partition by open order by at desc, name) nth from (
          select to_jsonb(r) run, run name, coalesce(finished_at, started_at) at,
            state = 'running' or (state = 'stopped' and mode = 'streaming') open
          from pulse.runs r) known) ranked
      where open or nth <= cast(:limit as int)\
      """;

  private final Database database;

  Ledger(Database database) {
    this.database = database;
  }

  ObjectNode runs(int limit) {
    return page("runs", NEWEST, limit, row -> KeptRun.of(row).run());
  }

  ObjectNode jobs() {
    return page("jobs", JOBS, LAST_ENDED, row -> KeptRun.of(row).job());
  }

  private ObjectNode page(
      String name, String rows, int limit, Function<JsonNode, ObjectNode> shown) {
    String found =
        Question.of(RUNS.formatted(rows)).with("limit", limit).ask(database, none()).orElseThrow();
    ObjectNode page = JSON.createObjectNode();
    ArrayNode all = page.putArray(name);
    try {
      JSON.readTree(found).forEach(row -> all.add(shown.apply(row)));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("PostgreSQL writes JSON", impossible);
    }
    return page;
  }
}
