package io.cloudpulse.tests.matrix;

import java.util.List;

/** What all runs at one place come to, as lines of tables. */
record Tally(Place place, List<Result> proven) {
  String canary() {
    int wrong = proven.stream().mapToInt(Result::wrong).sum();
    int seen = proven.stream().mapToInt(Result::seen).sum();
    return "| %s | %d | %d |".formatted(place, wrong, seen);
  }

  String time() {
    double seconds = proven.stream().mapToDouble(Result::seconds).sum();
    return "| %s | %d | %.0f |".formatted(place, proven.size(), seconds);
  }
}
