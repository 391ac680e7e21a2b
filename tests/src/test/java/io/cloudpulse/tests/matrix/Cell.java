package io.cloudpulse.tests.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** One run of the matrix, which fills a cell for each sink. */
record Cell(Place place, Mode mode, Source source, String dataset) {
  /** All there are of some places, those of a place one after another. */
  static List<Cell> of(List<String> datasets, Predicate<Place> places) {
    List<Cell> cells = new ArrayList<>();
    for (Place place : Place.values()) {
      for (Mode mode : Mode.values()) {
        for (Source source : Source.values()) {
          datasets.forEach(dataset -> cells.add(new Cell(place, mode, source, dataset)));
        }
      }
    }
    cells.removeIf(cell -> !places.test(cell.place));
    return cells;
  }

  /** Of a file. */
  String id() {
    return String.join("-", place.name(), mode.name(), source.name(), dataset);
  }

  @Override
  public String toString() {
    return "%s, %s, %s, %s".formatted(place, mode, source, dataset);
  }
}
