package io.cloudpulse.pulumi;

import com.pulumi.core.Output;
import com.pulumi.gcp.dataflow.FlexTemplateJob;
import com.pulumi.gcp.dataflow.FlexTemplateJobArgs;
import java.util.HashMap;
import java.util.Map;

/** The jobs that the stack itself keeps running: streams, from the Flex Template. */
final class Jobs {
  private Jobs() {}

  static void in(Site site, Storage storage, Outputs outputs) {
    for (Settings.Job job : site.settings().jobs()) {
      var unused =
          new FlexTemplateJob(
              job.name(),
              args(site, outputs, job).containerSpecGcsPath(Outputs.template(storage)).build(),
              site.options());
    }
  }

  private static FlexTemplateJobArgs.Builder args(Site site, Outputs outputs, Settings.Job job) {
    return FlexTemplateJobArgs.builder()
        .name(site.names().of(job.name()))
        .region(site.settings().region())
        .parameters(parameters(outputs, job))
        .serviceAccountEmail(outputs.flag("serviceAccount"))
        .subnetwork(outputs.flag("subnetwork"))
        .ipConfiguration("WORKER_IP_PRIVATE")
        .tempLocation(outputs.flag("tempLocation"))
        .stagingLocation(outputs.flag("stagingLocation"))
        .machineType(site.settings().workers().machineType())
        .maxWorkers(site.settings().workers().most())
        .enableStreamingEngine(true)
        // Nothing that was read is let go: the next job goes on from there.
        .onDelete("drain")
        .labels(new HashMap<>(site.names().labels()));
  }

  /** What the job says, and for what it does not say, what {@code --stack-outputs} would. */
  private static Output<Map<String, Object>> parameters(Outputs outputs, Settings.Job job) {
    return Output.tuple(outputs.flag("sink"), outputs.flag("ledger"), outputs.flag("deadLetters"))
        .applyValue(
            flags -> {
              Map<String, Object> all = new HashMap<>();
              all.put("job", job.name());
              all.put("sink", flags.t1);
              all.put("ledger", flags.t2);
              all.put("deadLetters", flags.t3);
              all.putAll(job.parameters());
              return all;
            });
  }
}
