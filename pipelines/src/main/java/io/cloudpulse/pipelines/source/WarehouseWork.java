package io.cloudpulse.pipelines.source;

import io.cloudpulse.pipelines.flags.ExitCode;
import io.cloudpulse.pipelines.flags.MoveSettings;
import io.cloudpulse.pipelines.flags.StoppedException;
import io.cloudpulse.pipelines.flags.WarehouseAddress;
import io.cloudpulse.transforms.bigquery.BigQueryAddress;
import io.cloudpulse.transforms.bigquery.ReadStreams;
import io.cloudpulse.transforms.bigquery.StoredTable;
import io.cloudpulse.transforms.bigquery.StreamOrigin;
import io.cloudpulse.transforms.bigquery.TableSession;
import io.cloudpulse.transforms.bigquery.VersionMark;
import io.cloudpulse.transforms.postgres.KeptPosition;
import io.cloudpulse.transforms.postgres.PostgresLedger;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A dataset's table in BigQuery as of the moment the job starts. */
final class WarehouseWork implements SourceWork {
  private static final String DELETED =
      "rows that were deleted from this table leave nothing to read: they stay in the sinks, where"
          + " verify shows them";

  private final MoveSettings settings;
  private final BigQueryAddress warehouse;
  private final StoredTable table;
  private VersionMark since = VersionMark.NONE;
  private TableSession session = new TableSession(List.of(), VersionMark.NONE);

  private WarehouseWork(MoveSettings settings, BigQueryAddress warehouse, StoredTable table) {
    this.settings = settings;
    this.warehouse = warehouse;
    this.table = table;
  }

  /** Looks at the table. */
  static WarehouseWork of(MoveSettings settings, WarehouseAddress place) {
    BigQueryAddress warehouse = place.warehouse();
    try {
      return new WarehouseWork(
          settings, warehouse, StoredTable.look(settings.dataset(), warehouse));
    } catch (IllegalStateException unreachable) {
      throw StoppedException.because(ExitCode.FAILED, unreachable.getMessage(), unreachable);
    }
  }

  @Override
  public String extent() {
    return "1 table, %,d bytes, and what was streamed into it lately".formatted(table.bytes());
  }

  @Override
  public String ownTime() {
    return OwnVersions.OWN_TIME;
  }

  @Override
  public List<String> problems() {
    List<String> problems = new ArrayList<>(table.problems());
    problems.addAll(versions().problems());
    if (settings.incremental() && !table.versioned()) {
      problems.add("--incremental goes by the column _version, which the table does not have");
    }
    return problems;
  }

  private OwnVersions versions() {
    return new OwnVersions(settings, table.versioned());
  }

  @Override
  public List<String> notes() {
    if (session.parts().isEmpty()) {
      return planned();
    }
    if (!settings.incremental()) {
      return List.of();
    }
    return since.isNone()
        ? List.of("incremental, but no run of this job has ended well here: all of it is moved")
        : List.of("incremental: versions that are newer than any that was moved");
  }

  private List<String> planned() {
    List<String> notes = new ArrayList<>();
    if (settings.incremental()) {
      notes.add("only versions that are newer than any that was moved");
    }
    if (!table.remembers()) {
      notes.add(DELETED);
    }
    return notes;
  }

  @Override
  public void prepare() {
    try {
      since = settings.incremental() ? kept() : VersionMark.NONE;
      session = TableSession.open(settings.dataset(), warehouse, table, since);
    } catch (IOException | SQLException failure) {
      throw StoppedException.because(
          ExitCode.FAILED,
          "BigQuery %s cannot be read: %s".formatted(warehouse.place(), failure.getMessage()),
          failure);
    }
  }

  /** The mark of another table says nothing: its versions are other ones. */
  private VersionMark kept() throws SQLException {
    try (PostgresLedger ledger = PostgresLedger.in(settings.ledger().database())) {
      VersionMark mark = VersionMark.parse(ledger.position(job()).position());
      return mark.table() == table.made() ? mark : VersionMark.NONE;
    }
  }

  private KeptPosition job() {
    return versions().job("bigquery:" + warehouse.place());
  }

  @Override
  public Optional<KeptPosition> position() {
    return Optional.of(job().at(session.mark().text())).filter(unused -> !session.mark().isNone());
  }

  @Override
  public ReadStreams read(String run) {
    return ReadStreams.of(origin(run), session.parts());
  }

  private StreamOrigin origin(String run) {
    return new StreamOrigin(
        settings.dataset(), warehouse, run, table.versioned(), settings.asOf().orElse(null));
  }

  @Override
  public List<String> rangeNames() {
    StreamOrigin origin = origin("");
    return session.parts().stream().map(origin::range).toList();
  }

  @Override
  public boolean carriesVersions() {
    return table.versioned();
  }

  @Override
  public RecordFinder finder() {
    return table.versioned()
        ? new RecordsInWarehouse(settings.dataset(), warehouse)
        : RecordFinder.byName(rangeNames());
  }
}
