package io.cloudpulse.pipelines.status;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.cloudpulse.pipelines.flags.ExitCode;
import io.cloudpulse.pipelines.flags.StoppedException;
import io.cloudpulse.pipelines.live.LiveJson;
import io.cloudpulse.transforms.postgres.KeptRuns;
import io.cloudpulse.transforms.postgres.PostgresAddress;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The jobs that a ledger knows of. */
public record Jobs(PostgresAddress ledger) {
  private static final long LAST_ENDED = 5;

  /**
   * Jobs that run, or are to go on, and those that ended last.
   *
   * @param name of the one wanted; empty for all
   * @param all every one that ever ended
   * @throws StoppedException if the database cannot be asked
   */
  public List<JobStatus> find(String name, boolean all) {
    try {
      List<JobStatus> jobs = new ArrayList<>();
      for (String row : KeptRuns.in(ledger).json(name, all ? Long.MAX_VALUE : LAST_ENDED)) {
        jobs.add(JobStatus.of(LiveJson.MAPPER.readTree(row)));
      }
      return jobs;
    } catch (SQLException | JsonProcessingException unreachable) {
      throw StoppedException.because(
          ExitCode.FAILED,
          "The ledger " + ledger.place() + " cannot be asked: " + unreachable.getMessage(),
          unreachable);
    }
  }
}
