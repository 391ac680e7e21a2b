package io.cloudpulse.pipelines.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cloudpulse.pipelines.live.LiveJson;
import io.cloudpulse.pipelines.local.LocalService;
import io.cloudpulse.pipelines.local.RunningService;
import io.cloudpulse.pipelines.status.JobPage;
import io.cloudpulse.pipelines.status.JobStatus;
import io.cloudpulse.pipelines.status.JobTable;
import io.cloudpulse.pipelines.status.Jobs;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Services and jobs as they are at one moment: for a person, or for a machine. */
record StatusPage(JobFlags flags, Instant now) {
  String text(List<LocalService> services, Optional<Jobs> ledger, ServiceLines lines) {
    StringBuilder page = new StringBuilder();
    for (LocalService service : services) {
      String text = service.running().map(lines::of).orElseGet(() -> lines.stopped(service.name()));
      page.append(text).append('\n');
    }
    ledger.ifPresent(jobs -> page.append(services.isEmpty() ? "" : "\n").append(text(jobs)));
    return page.toString();
  }

  private String text(Jobs ledger) {
    List<JobStatus> found = flags.find(ledger);
    if (found.isEmpty()) {
      return "no job%s in the ledger %s%n"
          .formatted(flags.one() ? " " + flags.job() : "", ledger.ledger().place());
    }
    return flags.one() ? JobPage.of(found.get(0), now) : JobTable.of(found, now);
  }

  String json(List<LocalService> services, Optional<Jobs> ledger) {
    ObjectNode page = LiveJson.MAPPER.createObjectNode().put("at", now.toString());
    ArrayNode each = page.putArray("services");
    services.forEach(service -> each.add(json(service)));
    page.put("ledger", ledger.map(jobs -> jobs.ledger().place()).orElse(null));
    ArrayNode jobs = page.putArray("jobs");
    ledger.map(flags::find).orElse(List.of()).forEach(job -> jobs.add(job.json(now)));
    return page.toPrettyString() + "\n";
  }

  private static ObjectNode json(LocalService service) {
    ObjectNode json = LiveJson.MAPPER.createObjectNode().put("name", service.name());
    Optional<? extends RunningService> running = service.running();
    json.put("running", running.isPresent());
    running.ifPresent(
        one ->
            json.put("version", one.version())
                .put("address", one.address())
                .put("health", one.health()));
    return json;
  }
}
