package io.cloudpulse.pipelines.plan;

import io.cloudpulse.pipelines.flags.SinkAddress;
import io.cloudpulse.transforms.Sink;
import io.cloudpulse.transforms.Sink.Delivery;
import io.cloudpulse.transforms.TargetState;
import java.util.List;

/**
 * What a run would do to a sink.
 *
 * @param delivery what a reader of the sink sees after retries, in words
 * @param definition the statements that make its target where it is not there
 * @param details every difference of a target that does not fit, or why it was not looked at
 */
public record SinkPlan(
    String address,
    String database,
    String delivery,
    TargetState.Kind target,
    List<String> details,
    List<String> definition) {

  static SinkPlan of(Sink sink, SinkAddress address) {
    TargetState state = address.trouble().map(TargetState::unreachable).orElseGet(sink::inspect);
    return new SinkPlan(
        sink.address(),
        address.trouble().isPresent() ? address.written() : address.place(),
        inWords(sink.delivery()) + (sink.way().isEmpty() ? "" : "; " + sink.way()),
        state.kind(),
        state.details(),
        sink.definition());
  }

  private static String inWords(Delivery delivery) {
    return switch (delivery) {
      case AT_LEAST_ONCE -> "at least once: after a retry a row may be there twice";
      case EFFECTIVELY_ONCE ->
          "effectively once: each row by its key, the newest version wins, retries leave no trace";
    };
  }
}
