package io.cloudpulse.tests.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudpulse.pipelines.move.RunReport;
import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.ElasticsearchServer;
import io.cloudpulse.tests.kit.Indices;
import io.cloudpulse.tests.kit.KafkaServer;
import io.cloudpulse.tests.kit.PostgresServer;
import io.cloudpulse.tests.kit.PulseCommand;
import io.cloudpulse.tests.kit.Topics;
import java.io.IOException;
import java.sql.SQLException;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What {@code pulse generate} sends is what {@code pulse run} finds at the address it names. */
@ExtendWith({KafkaServer.class, PostgresServer.class, ElasticsearchServer.class})
class GeneratedMessagesIT {
  private static final Pattern SOURCE = Pattern.compile("--source='([^']+)'");

  @Test
  void ofTablesAreReadByTheHeaderThatIsPrinted(Database database, Indices indices, Topics topics)
      throws IOException, SQLException {
    BothSinks sinks = new BothSinks(database, indices).without("northwind-orders");
    PulseCommand generated =
        PulseCommand.run(
            "generate",
            "--dataset=northwind.orders",
            "--rows=1000",
            "--dirty=0.05",
            "--duplicates=0.1",
            "--partitions=3",
            "--out=" + topics.address("t-" + UUID.randomUUID()));
    assertThat(generated.exitCode()).as(generated.err()).isZero();
    Matcher source = SOURCE.matcher(generated.out());
    assertThat(source.find()).as(generated.out()).isTrue();
    JsonNode expected =
        new ObjectMapper().readTree(generated.out().substring(generated.out().indexOf('{')));

    RunReport report = sinks.run("northwind.orders", source.group(1), "--mode=batch");

    assertThat(report.read()).isEqualTo(1_000);
    assertThat(new TreeMap<String, Object>(report.refusedByReason()).toString())
        .isEqualTo(
            new ObjectMapper().convertValue(expected.get("refused"), TreeMap.class).toString());
    assertThat(database.one("select count(*) from northwind.orders"))
        .isEqualTo(expected.get("rowsInSink").asText());
    assertThat(report.imbalance()).isEmpty();
  }
}
