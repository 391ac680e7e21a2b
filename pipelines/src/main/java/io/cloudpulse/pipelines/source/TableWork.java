package io.cloudpulse.pipelines.source;

import io.cloudpulse.pipelines.flags.DatabaseAddress;
import io.cloudpulse.pipelines.flags.ExitCode;
import io.cloudpulse.pipelines.flags.MoveSettings;
import io.cloudpulse.pipelines.flags.StoppedException;
import io.cloudpulse.transforms.postgres.KeptPosition;
import io.cloudpulse.transforms.postgres.PostgresLedger;
import io.cloudpulse.transforms.postgres.ReadTable;
import io.cloudpulse.transforms.postgres.SourceTable;
import io.cloudpulse.transforms.postgres.TableMark;
import io.cloudpulse.transforms.postgres.TableOrigin;
import io.cloudpulse.transforms.postgres.TablePart;
import io.cloudpulse.transforms.postgres.TableSnapshot;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A dataset's table as of the moment the job starts. This process holds the snapshot, so the job
 * lives no longer than it.
 */
final class TableWork implements SourceWork {
  private final MoveSettings settings;
  private final DatabaseAddress place;
  private final SourceTable table;
  private TableSnapshot snapshot;
  private List<TablePart> parts = List.of();
  private TableMark since = TableMark.NONE;
  private TableMark now = TableMark.NONE;

  private TableWork(MoveSettings settings, DatabaseAddress place, SourceTable table) {
    this.settings = settings;
    this.place = place;
    this.table = table;
  }

  /** Looks at the table; one on a server that is known not to run is left for the run to miss. */
  static TableWork of(MoveSettings settings, DatabaseAddress place) {
    if (place.trouble().isPresent()) {
      return new TableWork(settings, place, SourceTable.UNKNOWN);
    }
    try {
      return new TableWork(settings, place, SourceTable.look(settings.dataset(), place.database()));
    } catch (IllegalStateException unreachable) {
      throw StoppedException.because(ExitCode.FAILED, unreachable.getMessage(), unreachable);
    }
  }

  @Override
  public String extent() {
    return "1 table, %,d bytes".formatted(table.bytes());
  }

  @Override
  public String ownTime() {
    return OwnVersions.OWN_TIME;
  }

  @Override
  public List<String> problems() {
    List<String> problems = new ArrayList<>(table.problems());
    problems.addAll(versions().problems());
    return problems;
  }

  private OwnVersions versions() {
    return new OwnVersions(settings, table.versioned());
  }

  @Override
  public List<String> notes() {
    if (!settings.incremental()) {
      return List.of();
    }
    if (now.isNone()) {
      return List.of("only what was written since the last run that ended well");
    }
    if (since.isNone()) {
      return List.of("incremental, but no run of this job has ended well here: all of it is moved");
    }
    return List.of("incremental: what was written since the last run that ended well");
  }

  @Override
  public void prepare() {
    place
        .trouble()
        .ifPresent(
            trouble -> {
              throw StoppedException.because(ExitCode.FAILED, trouble);
            });
    try {
      snapshot = TableSnapshot.in(place.database());
      parts = snapshot.partsWithDeleted(settings.dataset());
      now = snapshot.mark();
      since = settings.incremental() ? kept() : TableMark.NONE;
    } catch (SQLException failure) {
      throw StoppedException.because(
          ExitCode.FAILED,
          "%s cannot be read: %s".formatted(place.database().place(), failure.getMessage()),
          failure);
    }
  }

  /** The mark of another server says nothing: one that was restored counts transactions anew. */
  private TableMark kept() throws SQLException {
    try (PostgresLedger ledger = PostgresLedger.in(settings.ledger().database())) {
      TableMark mark = TableMark.parse(ledger.position(job()).position());
      return mark.server().equals(now.server()) ? mark : TableMark.NONE;
    }
  }

  private KeptPosition job() {
    return versions().job("postgres:" + place.database().place());
  }

  @Override
  public Optional<KeptPosition> position() {
    return Optional.of(job().at(now.text())).filter(unused -> !now.isNone());
  }

  @Override
  public ReadTable read(String run) {
    return ReadTable.of(origin(run), parts);
  }

  private TableOrigin origin(String run) {
    return new TableOrigin(
        settings.dataset(),
        place.database(),
        run,
        table.versioned(),
        settings.asOf().orElse(null),
        since);
  }

  @Override
  public List<String> rangeNames() {
    return parts.stream().map(origin("")::range).toList();
  }

  @Override
  public boolean carriesVersions() {
    return table.versioned();
  }

  @Override
  public RecordFinder finder() {
    return table.versioned()
        ? new RecordsInTable(settings.dataset(), place.database())
        : RecordFinder.byName(rangeNames());
  }

  @Override
  public void close() {
    if (snapshot != null) {
      snapshot.close();
      snapshot = null;
    }
  }
}
