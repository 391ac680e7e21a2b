package io.cloudpulse.pipelines.verify;

import io.cloudpulse.pipelines.deadletters.DeadLetterAddress;
import io.cloudpulse.pipelines.flags.DatabaseAddress;
import io.cloudpulse.pipelines.flags.ExitCode;
import io.cloudpulse.pipelines.flags.MoveSettings;
import io.cloudpulse.pipelines.flags.StoppedException;
import io.cloudpulse.pipelines.move.Move;
import io.cloudpulse.pipelines.move.RunFailure;
import io.cloudpulse.pipelines.source.ListedFiles;
import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.shape.PostgresShape;
import io.cloudpulse.transforms.UnfitTarget;
import io.cloudpulse.transforms.postgres.PostgresAddress;
import io.cloudpulse.transforms.postgres.PostgresPreparation;
import io.cloudpulse.transforms.postgres.TablePart;
import io.cloudpulse.transforms.postgres.TableSnapshot;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.apache.beam.sdk.Pipeline;

/** Compares a sink with what a source says must be in it. Changes neither. */
public final class Verification {
  private final Move move;
  private final Dataset dataset;
  private final PostgresAddress database;
  private final ListedFiles files;

  private Verification(Move move, DatabaseAddress sink, ListedFiles files) {
    this.move = move;
    this.dataset = move.settings().dataset();
    this.database = sink.database();
    this.files = files;
  }

  /**
   * Lists the source and looks at the sink's table.
   *
   * @throws StoppedException if one of them is not there, or does not fit the dataset
   */
  public static Verification prepare(MoveSettings settings, String run) {
    if (settings.sinks().size() != 1) {
      throw StoppedException.because(
          ExitCode.WRONG_FLAGS,
          "--sink named "
              + settings.sinks().size()
              + " sinks, but must be one: they are verified one by one. For example:"
              + " --sink=postgres");
    }
    Move move = Move.prepare(settings, run);
    if (!(settings.sinks().get(0) instanceof DatabaseAddress sink)
        || !(move.work() instanceof ListedFiles files)) {
      throw StoppedException.because(
          ExitCode.WRONG_FLAGS,
          "verify compares files with a PostgreSQL table. For example: --source=files:data/*.csv"
              + " --sink=postgres");
    }
    Verification verification = new Verification(move, sink, files);
    verification.checkTable();
    return verification;
  }

  private void checkTable() {
    try {
      PostgresPreparation.of(database).check(PostgresShape.of(dataset));
    } catch (UnfitTarget unfit) {
      throw StoppedException.because(ExitCode.PLAN_REFUSED, unfit.getMessage(), unfit);
    } catch (IllegalStateException unreachable) {
      throw StoppedException.because(ExitCode.FAILED, unreachable.getMessage(), unreachable);
    }
  }

  /**
   * Compares and waits for the end.
   *
   * @throws StoppedException if it fails; whether the sink is right is not known then
   */
  public VerifyReport run() {
    long began = System.nanoTime();
    try (TableSnapshot snapshot = TableSnapshot.in(database);
        ResultFile result = ResultFile.create()) {
      runGraph(snapshot.parts(PostgresShape.of(dataset)), result);
      Comparison comparison = result.read();
      try (DifferenceReader differences = new DifferenceReader(move.settings(), files, database)) {
        Duration elapsed = Duration.ofNanos(System.nanoTime() - began);
        return VerifyReport.of(move.settings(), comparison, differences, elapsed);
      }
    } catch (SQLException | IOException failure) {
      throw StoppedException.because(
          ExitCode.FAILED, "It could not be verified: " + failure.getMessage(), failure);
    }
  }

  private void runGraph(List<TablePart> parts, ResultFile result) {
    Pipeline pipeline = Pipeline.create(move.options());
    ExpectFn expect =
        new ExpectFn(
            dataset,
            move.sinks().get(0).address(),
            files.listing().ranges(),
            DeadLetterAddress.of(move.settings()));
    VerifyGraph.addTo(
        pipeline,
        new VerifyGraph.Edges(
            files.read(move.run()), expect, parts, new FindFn(dataset, database), result.name()));
    try {
      pipeline.run().waitUntilFinish();
    } catch (RuntimeException failure) {
      throw StoppedException.because(
          ExitCode.FAILED, "It could not be verified: " + RunFailure.cause(failure), failure);
    }
  }
}
