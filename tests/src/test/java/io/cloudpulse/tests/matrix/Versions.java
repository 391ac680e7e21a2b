package io.cloudpulse.tests.matrix;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.SQLException;
import org.apache.beam.sdk.util.ReleaseInfo;
import org.apache.flink.runtime.util.EnvironmentInformation;
import org.apache.kafka.common.utils.AppInfoParser;
import org.apache.spark.SparkBuildInfo;

/** What was run, in words, as each tells of itself. */
final class Versions {
  private Versions() {}

  static String of(Servers servers) throws SQLException, IOException {
    String search =
        new ObjectMapper()
            .readTree(servers.indices().ask("GET", "/", "").body())
            .at("/version/number")
            .asText();
    return "Beam %s, Flink %s, Spark %s, Kafka %s, PostgreSQL %s, Elasticsearch %s, Java %d"
        .formatted(
            ReleaseInfo.getReleaseInfo().getVersion(),
            EnvironmentInformation.getVersion(),
            SparkBuildInfo.spark_version(),
            AppInfoParser.getVersion(),
            servers.catalogue().one("show server_version"),
            search,
            Runtime.version().feature());
  }
}
