package io.cloudpulse.tests.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.tests.dataflow.JobRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A launch of an offer on Dataflow, or rather on a stand-in.
 *
 * @param folder for what the launcher writes
 */
record DataflowRun(Cell cell, Offer offer, Stores stores, Path folder) {
  /** How the launcher ended, and what it asked for. */
  JobRequest launch() throws IOException {
    List<String> flags = new ArrayList<>(offer.flags());
    flags.add("--mode=" + cell.mode());
    List<String> others = stores.addresses().subList(1, stores.addresses().size());
    JobRequest.Sinks sinks = new JobRequest.Sinks(stores.database(), others);
    String source = offer.address().apply(cell.id());
    return cell.source() == Source.FILES
        ? JobRequest.ofFile(Path.of(source.replace("files:", "")), folder, sinks, flags)
        : JobRequest.ofMessages(source, folder, sinks, flags);
  }

  /** Asserts that what was asked for is the move; tells it in words. */
  String told(JobRequest asked) {
    assertThat(asked.exitCode()).as(asked.said()).isZero();
    assertThat(asked.type()).isEqualTo("JOB_TYPE_" + cell.mode().name());
    for (Sink sink : stores.sinks()) {
      assertThat(asked.steps()).contains("Write to %s:%s".formatted(sink.id(), cell.dataset()));
    }
    return "%s, %d steps".formatted(asked.type(), asked.steps().size());
  }
}
