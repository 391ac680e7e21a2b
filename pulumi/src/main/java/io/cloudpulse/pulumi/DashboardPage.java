package io.cloudpulse.pulumi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A dashboard of Cloud Monitoring: a chart for each signal, with its threshold as a line.
 * https://cloud.google.com/monitoring/api/ref_v3/rest/v1/projects.dashboards
 */
final class DashboardPage {
  private static final int COLUMNS = 12;
  private static final int WIDTH = 6;
  private static final int HEIGHT = 4;

  private DashboardPage() {}

  static String of(String name, List<Signal> signals) {
    ObjectNode page = Json.object().put("displayName", name);
    ObjectNode layout = page.putObject("mosaicLayout").put("columns", COLUMNS);
    for (int i = 0; i < signals.size(); i++) {
      ObjectNode tile =
          layout
              .withArray("tiles")
              .addObject()
              .put("xPos", i * WIDTH % COLUMNS)
              .put("yPos", i * WIDTH / COLUMNS * HEIGHT)
              .put("width", WIDTH)
              .put("height", HEIGHT);
      tile.set("widget", chart(signals.get(i)));
    }
    return Json.write(page);
  }

  private static ObjectNode chart(Signal signal) {
    ObjectNode widget = Json.object().put("title", signal.title());
    ObjectNode chart = widget.putObject("xyChart");
    ObjectNode line = chart.putArray("dataSets").addObject().put("plotType", "LINE");
    ObjectNode series =
        line.putObject("timeSeriesQuery")
            .putObject("timeSeriesFilter")
            .put("filter", signal.filter());
    ObjectNode aggregation =
        series
            .putObject("aggregation")
            .put("alignmentPeriod", "60s")
            .put("perSeriesAligner", signal.aligner())
            .put("crossSeriesReducer", signal.reducer());
    aggregation.putArray("groupByFields").add(signal.by());
    chart.putArray("thresholds").addObject().put("value", signal.beyond());
    return widget;
  }
}
