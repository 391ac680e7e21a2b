package io.cloudpulse.pulumi;

import java.util.Map;

/**
 * What everything is called: {@code pulse-<stack>-<purpose>}. Buckets' names are the whole world's,
 * so the project stands before theirs.
 */
record Names(String project, String stack) {

  String of(String purpose) {
    return "pulse-" + stack + "-" + purpose;
  }

  String bucket(String purpose) {
    return project + "-" + of(purpose);
  }

  /** Where each dataset's records go by, such as {@code pulse-dev-activity-events}. */
  String stream(String dataset) {
    return of(dataset.replaceAll("[._]", "-"));
  }

  /** What bills and filters see. */
  Map<String, String> labels() {
    return Map.of("app", "cloud-pulse", "stack", stack);
  }
}
