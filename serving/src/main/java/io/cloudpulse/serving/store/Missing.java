package io.cloudpulse.serving.store;

import io.cloudpulse.serving.http.Problem;

/** What is told where nothing is stored yet. */
public final class Missing {
  private Missing() {}

  /** A dataset of which nothing was moved. */
  public static Problem rows(String dataset) {
    return rows(dataset, "run --dataset=" + dataset + " --source=... --sink=postgres");
  }

  /**
   * A table that is not there.
   *
   * @param command what makes it, after {@code ./pulse}
   */
  public static Problem rows(String table, String command) {
    return Problem.of(
        404,
        "There are no rows yet",
        "%s has no table. To load it: ./pulse %s".formatted(table, command));
  }

  /** One that nobody knows of, among those that are there. */
  public static Problem one(String what, String where) {
    return Problem.of(
        404, "There is no such " + what, "%s tells which there are.".formatted(where));
  }
}
