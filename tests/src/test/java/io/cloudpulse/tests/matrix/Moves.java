package io.cloudpulse.tests.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.tests.kit.Moving;
import io.cloudpulse.tests.kit.PulseCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The inputs, wherever there is a source, and what every run of them must leave. */
final class Moves {
  static final List<String> DATASETS = List.of("northwind.orders", "activity.events", "books.isbn");

  private final Servers servers;
  private final Path folder;
  private final Map<String, Map<Source, Offer>> offers = new HashMap<>();
  private final Map<String, Map<Source, Expectation>> expected = new HashMap<>();

  private Moves(Servers servers, Path folder) {
    this.servers = servers;
    this.folder = folder;
  }

  /** Puts every input everywhere. */
  static Moves offered(Servers servers, Path folder) throws IOException {
    Moves moves = new Moves(servers, folder);
    moves.loadCatalogue();
    for (Input input : Inputs.all()) {
      moves.offers.put(input.dataset().name(), Offers.everywhere(input, folder, servers));
    }
    return moves;
  }

  /** Every database begins with it. */
  private void loadCatalogue() {
    Path books = folder.resolve("catalogue.csv");
    PulseCommand generated =
        PulseCommand.run("generate", "--dataset=books.catalogue", "--rows=3000", "--out=" + books);
    assertThat(generated.exitCode()).as(generated.err()).isZero();
    assertThat(Moving.of("books.catalogue", servers.catalogue()).move(books).exitCode()).isZero();
  }

  /** What a cell moves. */
  Offer offer(Cell cell) {
    return offers.get(cell.dataset()).get(cell.source());
  }

  /** Found out when it is first asked for. */
  Expectation expected(Cell cell) throws Exception {
    return expected(cell.dataset()).get(cell.source());
  }

  private Map<Source, Expectation> expected(String dataset) throws Exception {
    if (!expected.containsKey(dataset)) {
      expected.put(dataset, new References(servers).of(offers.get(dataset)));
    }
    return expected.get(dataset);
  }

  /** A line for each dataset. */
  List<Compared> compared() throws Exception {
    List<Compared> compared = new ArrayList<>();
    for (String dataset : DATASETS) {
      Input input = offers.get(dataset).get(Source.FILES).input();
      compared.add(new Compared(input, expected(dataset)));
    }
    return compared;
  }
}
