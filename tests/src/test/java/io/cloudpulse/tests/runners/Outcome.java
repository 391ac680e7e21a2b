package io.cloudpulse.tests.runners;

import io.cloudpulse.pipelines.move.RunReport;
import io.cloudpulse.tests.kit.Database;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** All of what a move leaves behind that must not depend on the runner. */
record Outcome(
    List<String> rows,
    List<String> deadLetters,
    List<Long> readAcceptedRefused,
    Map<String, Long> refusedByReason,
    Map<String, Long> delivered,
    Map<String, Long> superseded,
    Map<String, Long> counters,
    int exitCode) {

  static Outcome of(RunReport report, Database database) throws SQLException {
    return new Outcome(
        database.query(
            "select order_id, product_id, unit_price, quantity, discount, _version"
                + " from northwind.order_details order by 1, 2"),
        database.query(
            "select line, byte_offset, reason, field, message, convert_from(original, 'UTF8'), id"
                + " from pulse.dead_letters order by byte_offset"),
        List.of(report.read(), report.accepted(), report.refused()),
        report.refusedByReason(),
        report.delivered(),
        report.superseded(),
        report.counters(),
        report.exitCode());
  }
}
