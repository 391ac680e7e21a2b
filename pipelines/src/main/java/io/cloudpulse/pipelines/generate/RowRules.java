package io.cloudpulse.pipelines.generate;

import java.util.List;

/** The dataset's own rules, by its own expressions, on the values as a reader will have them. */
final class RowRules {
  private RowRules() {}

  static Rules of(Recipe recipe, List<Column> columns) {
    Impossible.unless(
        recipe.dataset().rules().isEmpty() && !columns.isEmpty(), "rules are not evaluated yet");
    return Rules.NONE;
  }
}
