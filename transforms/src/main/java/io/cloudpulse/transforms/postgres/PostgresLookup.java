package io.cloudpulse.transforms.postgres;

import io.cloudpulse.schemas.Enrichment;
import io.cloudpulse.transforms.Lookup;
import java.time.Duration;

/**
 * Looks rows up in the tables of datasets.
 *
 * @param database where the tables are
 * @param patience how long a database is waited for that does not answer
 */
public record PostgresLookup(PostgresAddress database, Duration patience) implements Lookup {
  private static final Duration A_MINUTE = Duration.ofMinutes(1);

  public static PostgresLookup in(PostgresAddress database) {
    return new PostgresLookup(database, A_MINUTE);
  }

  /** Connects when the first row is looked up. */
  @Override
  public Rows open(Enrichment enrichment) {
    return new TableRows(enrichment, new PostgresSession(database, patience));
  }
}
