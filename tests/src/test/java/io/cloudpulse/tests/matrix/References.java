package io.cloudpulse.tests.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.tests.kit.Rows;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What is expected of every run. Numbers are those that were planted. Rows are those of the first
 * run, a batch of a file on Direct, once they are as many as were planted; the same for every
 * source. Which record a dead letter is of, the first batch of its source tells.
 */
record References(Servers servers) {
  /** The name of its runs. */
  static final String RUN = "reference";

  /** For each source that has the input. */
  Map<Source, Expectation> of(Map<Source, Offer> offers) throws Exception {
    Map<Source, Landed> landed = new EnumMap<>(Source.class);
    for (Map.Entry<Source, Offer> offer : offers.entrySet()) {
      landed.put(offer.getKey(), land(offer.getKey(), offer.getValue()));
    }
    Landed first = landed.get(Source.FILES);
    List<Rows> rows = first.rows().get(Sink.POSTGRES);
    Map<Source, Expectation> expected = new EnumMap<>(Source.class);
    offers.forEach(
        (source, offer) -> {
          Letters letters = landed.get(source).letters();
          assertThat(letters.words()).isEqualTo(first.letters().words());
          Numbers numbers = planted(offer.input());
          expected.put(source, placed(new Expectation(rows, letters, numbers), offer));
        });
    return expected;
  }

  private static Expectation placed(Expectation expected, Offer offer) {
    return offer.input().versionIsPlace() ? expected.at(offer) : expected;
  }

  private Numbers planted(Input input) {
    return Numbers.of(input.planted(), servers.emulators().sinks());
  }

  private Landed land(Source source, Offer offer) throws Exception {
    Input input = offer.input();
    Cell cell = new Cell(Place.DIRECT, Mode.BATCH, source, input.dataset().name());
    try (Stores stores = Stores.empty(servers, input)) {
      Numbers planted = planted(input);
      Expectation counted = new Expectation(List.of(), new Letters(List.of(), List.of()), planted);
      assertThat(new CellRun(cell, RUN, offer, stores).run(counted)).isEqualTo(planted);
      Landed landed = Landed.in(stores, offer);
      assertPlanted(landed, stores, input);
      return landed;
    }
  }

  /** As many rows as were planted; of what is computed, each event is counted once in all. */
  private static void assertPlanted(Landed landed, Stores stores, Input input) throws SQLException {
    List<Rows> rows = landed.rows().get(Sink.POSTGRES);
    assertThat(rows.get(0).count()).isEqualTo((int) input.planted().rows());
    assertThat(rows).allMatch(table -> table.count() > 0);
    assertThat(landed.letters().words()).hasSize((int) input.planted().bad());
    if (rows.size() > 1) {
      for (String table : List.of("action_minutes", "user_days", "user_sessions")) {
        assertThat(stores.database().one("select sum(events) from activity." + table))
            .isEqualTo(String.valueOf(input.planted().rows()));
      }
    }
  }
}
