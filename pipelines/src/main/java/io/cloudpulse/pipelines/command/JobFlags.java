package io.cloudpulse.pipelines.command;

import io.cloudpulse.pipelines.flags.DatabaseAddress;
import io.cloudpulse.pipelines.flags.DatabaseAddresses;
import io.cloudpulse.pipelines.flags.Problems;
import io.cloudpulse.pipelines.local.LocalPostgres;
import io.cloudpulse.pipelines.status.JobStatus;
import io.cloudpulse.pipelines.status.Jobs;
import io.cloudpulse.transforms.postgres.PostgresAddress;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which jobs a command is about. */
final class JobFlags {
  @Option(
      names = "--ledger",
      paramLabel = "ADDRESS",
      description =
          "The PostgreSQL database in which runs are counted. Default: the one of pulse up.")
  private String ledger;

  @Option(
      names = "--job",
      paramLabel = "NAME",
      defaultValue = "",
      description = "Show this job alone, with all that is known of it, by partition.")
  private String job;

  @Option(names = "--all", description = "Show every run that ever ended, not the last five.")
  private boolean all;

  boolean one() {
    return !job.isEmpty();
  }

  String job() {
    return job;
  }

  /** The database; none if the local one, which nobody named, does not run. */
  Optional<Jobs> jobs(LocalPostgres local) {
    if (ledger == null) {
      return local.running().map(DatabaseAddresses::address).map(Jobs::new);
    }
    Problems problems = new Problems();
    Optional<PostgresAddress> named =
        DatabaseAddresses.read("ledger", ledger, problems).map(DatabaseAddress::database);
    problems.stopIfAny();
    return named.map(Jobs::new);
  }

  List<JobStatus> find(Jobs jobs) {
    return jobs.find(job, all || one());
  }
}
