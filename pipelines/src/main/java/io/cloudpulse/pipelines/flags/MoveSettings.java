package io.cloudpulse.pipelines.flags;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.transforms.Lookup;
import io.cloudpulse.transforms.SchemaPolicy;
import io.cloudpulse.transforms.Windows;
import io.cloudpulse.transforms.archive.Archive;
import io.cloudpulse.transforms.likelihood.ModelFolder;
import io.cloudpulse.transforms.postgres.PostgresLookup;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a move is to do, every flag read and checked.
 *
 * @param sinks addresses, at least one
 * @param ledger the database that counts what a run does
 * @param deadLetters address; empty for the first database's own place
 * @param archive folder in which records are kept as they came; empty for none
 * @param maxRefused fraction of the records read, from 0 to 1
 * @param asOf when the data was true; empty for what its source says
 * @param stream how a stream is read; empty for a batch
 * @param history the batch that is loaded before the stream; empty for none
 * @param windows how records are summed up; empty if they are not
 * @param model says how likely each session goes on to a purchase; empty if none does
 * @param incremental whether only that is moved which changed since the last run
 * @param schema what is done about sinks that lack fields of the dataset
 * @param runnerArgs flags for Beam: the runner profile's, then the user's
 */
public record MoveSettings(
    Dataset dataset,
    SourceAddress source,
    List<SinkAddress> sinks,
    DatabaseAddress ledger,
    Optional<String> deadLetters,
    Optional<String> archive,
    RunnerProfile runner,
    double maxRefused,
    Optional<Instant> asOf,
    boolean refuseUnknownColumns,
    Optional<StreamSettings> stream,
    Optional<MoveSettings> history,
    Optional<Windows> windows,
    Optional<ModelFolder> model,
    boolean incremental,
    SchemaPolicy schema,
    List<String> runnerArgs) {

  /** Where what the dataset takes from another one is looked up: beside the counts. */
  public Lookup lookup() {
    return PostgresLookup.in(ledger.database());
  }

  /** Where records are kept as they came. */
  public Archive archivePlace() {
    return archive.map(folder -> Archive.in(folder, dataset.name())).orElse(Archive.none());
  }

  /** How the rounds of a stream are cut; empty if it runs in none. */
  public Optional<RoundSettings> rounds() {
    return stream.flatMap(StreamSettings::rounds);
  }

  public String mode() {
    return stream.isPresent() ? "streaming" : "batch";
  }

  /** The same on a runner, with the user's flags for it over its own. */
  MoveSettings on(RunnerProfile profile, List<String> flags) {
    return new MoveSettings(
        dataset,
        source,
        sinks,
        ledger,
        deadLetters,
        archive,
        profile,
        maxRefused,
        asOf,
        refuseUnknownColumns,
        stream,
        history,
        windows,
        model,
        incremental,
        schema,
        profile.with(flags));
  }

  /** The same as a stream. Of files that come, the time they come at says nothing of events. */
  MoveSettings live(SourceAddress from, StreamSettings how, Optional<MoveSettings> before) {
    return new MoveSettings(
        dataset,
        from,
        sinks,
        ledger,
        deadLetters,
        archive,
        runner,
        maxRefused,
        asOf,
        refuseUnknownColumns,
        Optional.of(how),
        before,
        from instanceof SourceAddress.Files ? windows.map(Windows::neverTooLate) : windows,
        model,
        incremental,
        schema,
        runnerArgs);
  }

  /** The same, summing up nothing. */
  public MoveSettings withoutWindows() {
    return with(archive, Optional.empty());
  }

  /** The same, keeping no record as it came: it is kept already. */
  public MoveSettings withoutArchive() {
    return with(Optional.empty(), windows);
  }

  private MoveSettings with(Optional<String> kept, Optional<Windows> summedUp) {
    return new MoveSettings(
        dataset,
        source,
        sinks,
        ledger,
        deadLetters,
        kept,
        runner,
        maxRefused,
        asOf,
        refuseUnknownColumns,
        stream,
        history,
        summedUp,
        model,
        incremental,
        schema,
        runnerArgs);
  }
}
