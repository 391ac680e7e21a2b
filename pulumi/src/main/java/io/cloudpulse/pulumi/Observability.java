package io.cloudpulse.pulumi;

import com.pulumi.core.Output;
import com.pulumi.gcp.monitoring.AlertPolicy;
import com.pulumi.gcp.monitoring.AlertPolicyArgs;
import com.pulumi.gcp.monitoring.Dashboard;
import com.pulumi.gcp.monitoring.DashboardArgs;
import com.pulumi.gcp.monitoring.NotificationChannel;
import com.pulumi.gcp.monitoring.NotificationChannelArgs;
import com.pulumi.gcp.monitoring.inputs.AlertPolicyConditionArgs;
import com.pulumi.gcp.monitoring.inputs.AlertPolicyConditionConditionThresholdAggregationArgs;
import com.pulumi.gcp.monitoring.inputs.AlertPolicyConditionConditionThresholdArgs;
import com.pulumi.gcp.monitoring.inputs.AlertPolicyDocumentationArgs;
import java.util.List;
import java.util.Map;

/** Who is told of what, and a dashboard of the same signals. */
final class Observability {
  private Observability() {}

  static void in(Site site) {
    List<Signal> signals =
        List.of(
            Signal.jobFailed(),
            Signal.watermarkDelay(),
            Signal.backlog(site.names()),
            Signal.deadLetters(site.names()),
            Signal.undelivered(site.names()));
    Output<List<String>> told =
        Output.all(
            site.settings().alertEmails().stream()
                .map(email -> channel(site, email).name())
                .toList());
    signals.forEach(signal -> alert(site, signal, told));
    var unused =
        new Dashboard(
            "dashboard",
            DashboardArgs.builder()
                .dashboardJson(DashboardPage.of(site.names().of("jobs"), signals))
                .build(),
            site.options());
  }

  private static NotificationChannel channel(Site site, String email) {
    return new NotificationChannel(
        email,
        NotificationChannelArgs.builder()
            .displayName(email)
            .type("email")
            .labels(Map.of("email_address", email))
            .userLabels(site.names().labels())
            .build(),
        site.options());
  }

  private static void alert(Site site, Signal signal, Output<List<String>> told) {
    var unused =
        new AlertPolicy(
            signal.purpose(),
            AlertPolicyArgs.builder()
                .displayName(site.names().of(signal.purpose()))
                .combiner("OR")
                .conditions(condition(signal))
                .notificationChannels(told)
                .documentation(
                    AlertPolicyDocumentationArgs.builder()
                        .content(signal.action())
                        .mimeType("text/markdown")
                        .build())
                .userLabels(site.names().labels())
                .build(),
            site.options());
  }

  private static AlertPolicyConditionArgs condition(Signal signal) {
    return AlertPolicyConditionArgs.builder()
        .displayName(signal.title())
        .conditionThreshold(
            AlertPolicyConditionConditionThresholdArgs.builder()
                .filter(signal.filter())
                .comparison("COMPARISON_GT")
                .thresholdValue(signal.beyond())
                .duration(signal.lasting() + "s")
                .aggregations(
                    AlertPolicyConditionConditionThresholdAggregationArgs.builder()
                        .alignmentPeriod("60s")
                        .perSeriesAligner(signal.aligner())
                        .crossSeriesReducer(signal.reducer())
                        .groupByFields(signal.by())
                        .build())
                .build())
        .build();
  }
}
