package io.cloudpulse.pipelines.generate;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Field;
import io.cloudpulse.schemas.FieldType.Kind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Daily prices as a share could have: its close walks from day to day, it opens near the close of
 * the day before, and high and low lie around both.
 */
final class Quotes {
  private static final Set<String> PRICES = Set.of("open", "high", "low", "close");
  private static final String ADJUSTED = "adjusted_close";
  private static final int CENTS = 2;

  private final long seed;
  private final List<Column> columns;
  private final int symbol;
  private final int day;

  private Quotes(long seed, List<Column> columns, int symbol, int day) {
    this.seed = seed;
    this.columns = columns;
    this.symbol = symbol;
    this.day = day;
  }

  /** True of a dataset of prices by share and day. */
  static boolean areIn(Dataset dataset) {
    Set<Kind> key =
        dataset.key().fields().stream()
            .map(name -> dataset.field(name).type().kind())
            .collect(Collectors.toSet());
    Set<String> decimals =
        dataset.fields().stream()
            .filter(field -> field.isRead() && field.type().kind() == Kind.DECIMAL)
            .map(Field::name)
            .collect(Collectors.toSet());
    return key.equals(Set.of(Kind.STRING, Kind.DATE))
        && dataset.key().fields().size() == 2
        && decimals.containsAll(PRICES);
  }

  /** Those of a file; empty if it is of other things. */
  static Optional<Quotes> of(Recipe recipe, List<Column> columns) {
    return areIn(recipe.dataset())
        ? Optional.of(
            new Quotes(
                recipe.seed(),
                columns,
                key(recipe, columns, Kind.STRING),
                key(recipe, columns, Kind.DATE)))
        : Optional.empty();
  }

  /** The place of the key's column of a kind; none where the layout has a constant for it. */
  private static int key(Recipe recipe, List<Column> columns, Kind kind) {
    for (int i = 0; i < columns.size(); i++) {
      Field field = columns.get(i).field();
      if (recipe.dataset().key().fields().contains(field.name()) && field.type().kind() == kind) {
        return i;
      }
    }
    return -1;
  }

  /** Puts the prices of a draft's share and day into it; what is null stays so. */
  void fill(Draft draft) {
    Walk walk = new Walk(seed, symbol < 0 ? 0 : draft.numbers[symbol]);
    long today = draft.numbers[day];
    long open = walk.open(today);
    long close = walk.close(today);
    for (int i = 0; i < columns.size(); i++) {
      if (draft.numbers[i] != Column.NULL) {
        set(
            draft,
            i,
            switch (columns.get(i).field().name()) {
              case "open" -> open;
              case "close", ADJUSTED -> close;
              case "high" -> Math.max(open, close) + walk.above(today);
              case "low" -> Math.max(1, Math.min(open, close) - walk.below(today));
              default -> -1;
            });
      }
    }
  }

  private void set(Draft draft, int column, long cents) {
    if (cents >= 0 && columns.get(column).values() instanceof Numbers numbers) {
      draft.numbers[column] = numbers.nearest(BigDecimal.valueOf(cents, CENTS));
    }
  }
}
