package io.cloudpulse.pipelines.flags;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.file.Datasets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads all flags of a move and tells everything that is wrong with them at once. */
public final class MoveSettingsReader {
  private final MoveFlags flags;
  private final Problems problems;
  private final Texts texts;

  MoveSettingsReader(MoveFlags flags, Problems problems) {
    this.flags = flags;
    this.problems = problems;
    this.texts = new Texts(problems);
  }

  /**
   * Reads the flags.
   *
   * @param problems what was found before; more is added to it
   * @throws StoppedException with every problem, if there is one
   */
  public static MoveSettings read(MoveFlags flags, Problems problems) {
    return new MoveSettingsReader(flags, problems).read();
  }

  /**
   * Reads the flags of a replay.
   *
   * @param problems what was found before; more is added to it
   * @throws StoppedException with every problem, if there is one
   */
  public static ReplaySettings read(ReplayFlags flags, Problems problems) {
    return new MoveSettingsReader(flags.asMove(), problems).readReplay(flags.from());
  }

  private ReplaySettings readReplay(Optional<String> from) {
    List<SinkAddress> sinks = sinks();
    DatabaseAddress ledger = ledger(sinks);
    from.ifPresent(
        text -> {
          var unused = DeadLetterFlag.read("from", text, problems);
        });
    RunnerProfile runner = runner();
    DataflowCheck.refuse(flags.runner, problems);
    FlinkCluster.check(flags, false, problems);
    double maxRefused = texts.fraction("maxRefused", flags.maxRefused, "0.05");
    Optional<Instant> asOf = flags.asOf == null ? Optional.empty() : texts.time("asOf", flags.asOf);
    boolean refuseUnknown = refuseUnknown();
    BeamFlags.check(flags.others(), problems);
    problems.stopIfAny();
    return new ReplaySettings(
        sinks, ledger, from, runner, maxRefused, asOf, refuseUnknown, runner.with(flags.others()));
  }

  private MoveSettings read() {
    Dataset dataset = dataset();
    SourceAddress source = SourceAddresses.read(flags.source, problems).orElse(null);
    List<SinkAddress> sinks = sinks();
    DatabaseAddress ledger = ledger(sinks);
    checkDeadLetters();
    Optional<StreamSettings> stream = stream(dataset, source, sinks);
    Optional<SourceAddress> backfill = backfill(stream.isPresent());
    MoveSettings batch =
        new MoveSettings(
            dataset,
            backfill.orElse(source),
            sinks,
            ledger,
            Optional.ofNullable(flags.deadLetters),
            new ArchiveFlag(flags, problems).read(source),
            runner(),
            texts.fraction("maxRefused", flags.maxRefused, "0.05"),
            flags.asOf == null ? Optional.empty() : Texts.time(flags.asOf),
            refuseUnknown(),
            Optional.empty(),
            Optional.empty(),
            new WindowFlagsReader(flags.windows, problems).read(dataset),
            new ModelFlag(flags, problems).read(dataset),
            flags.migration.isIncremental(source, problems),
            flags.migration.schema(problems),
            List.of());
    stopIfWrong(batch, stream.isPresent());
    return complete(batch, source, stream, backfill.isPresent());
  }

  private void stopIfWrong(MoveSettings batch, boolean streaming) {
    boolean windows = batch.windows().isPresent();
    flags.dataflow.check(flags.runner, windows, problems);
    flags.warehouse.check(batch.dataset(), streaming, windows, problems);
    BeamFlags.check(flags.others(), problems);
    problems.stopIfAny();
  }

  private MoveSettings complete(
      MoveSettings batch,
      SourceAddress source,
      Optional<StreamSettings> stream,
      boolean withHistory) {
    MoveSettings listed = batch.on(batch.runner(), flags.forRunner());
    if (stream.isEmpty()) {
      return listed;
    }
    boolean windows = batch.windows().isPresent();
    return batch
        .on(batch.runner().live(stream.get(), source, windows), flags.forRunner())
        .live(source, stream.get(), Optional.of(listed.withoutWindows()).filter(h -> withHistory));
  }

  private Optional<SourceAddress> backfill(boolean streaming) {
    String text = flags.stream.backfill;
    if (text == null) {
      return Optional.empty();
    }
    if (!text.startsWith(SourceAddress.Files.SCHEME) || !streaming) {
      problems.flag(
          "backfill", text, "files:<glob>, before a --source that streams", "files:history/*.csv");
      return Optional.empty();
    }
    return Optional.of(
        new SourceAddress.Files(text.substring(SourceAddress.Files.SCHEME.length())));
  }

  Dataset dataset() {
    if (flags.dataset == null) {
      problems.missing("dataset", "what kind of records to move", "northwind.orders");
      return null;
    }
    try {
      return Datasets.resolve(flags.dataset);
    } catch (RuntimeException wrong) {
      problems.add(wrong.getMessage());
      return null;
    }
  }

  private List<SinkAddress> sinks() {
    if (flags.sink == null) {
      problems.missing("sink", "where the records go", "postgres");
      return List.of();
    }
    List<SinkAddress> sinks = SinkAddresses.readAll("sink", flags.sink, problems);
    if (sinks.stream().map(SinkAddress::name).distinct().count() < sinks.size()) {
      problems.add(
          "--sink names two sinks of one kind, but a run's report counts by kind."
              + " Run once for each: --sink="
              + sinks.get(0).written());
    }
    return flags.warehouse.over(sinks, problems);
  }

  DatabaseAddress ledger(List<SinkAddress> sinks) {
    if (flags.ledger != null) {
      return DatabaseAddresses.read("ledger", flags.ledger, problems).orElse(null);
    }
    return sinks.stream()
        .filter(DatabaseAddress.class::isInstance)
        .map(DatabaseAddress.class::cast)
        .findFirst()
        .orElseGet(DatabaseAddresses::localDatabase);
  }

  void checkDeadLetters() {
    if (flags.deadLetters != null) {
      var unused = DeadLetterFlag.read("deadLetters", flags.deadLetters, problems);
    }
    if (flags.asOf != null) {
      var unused = texts.time("asOf", flags.asOf);
    }
  }

  private Optional<StreamSettings> stream(
      Dataset dataset, SourceAddress source, List<SinkAddress> sinks) {
    Optional<StreamSettings> stream =
        new StreamSettingsReader(flags, problems).read(dataset, source, sinks);
    // Rounds are batches, and take no checkpoints.
    FlinkCluster.check(flags, stream.filter(how -> how.rounds().isEmpty()).isPresent(), problems);
    return stream;
  }

  RunnerProfile runner() {
    if (!RunnerProfile.NAMES.contains(flags.runner)) {
      problems.flag(
          "runner", flags.runner, "one of " + String.join(", ", RunnerProfile.NAMES), "flink");
      return null;
    }
    RunnerProfile profile = RunnerProfile.named(flags.runner);
    return FlinkCluster.isMeant(flags) ? profile.onCluster() : profile;
  }

  private boolean refuseUnknown() {
    if (!List.of("ignore", "refuse").contains(flags.unknownColumns)) {
      problems.flag("unknownColumns", flags.unknownColumns, "ignore or refuse", "ignore");
    }
    return flags.unknownColumns.equals("refuse");
  }
}
