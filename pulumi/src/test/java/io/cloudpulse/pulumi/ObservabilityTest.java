package io.cloudpulse.pulumi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ObservabilityTest {
  private final Stacks.Run prod = Stacks.named("prod");

  @Test
  void tellsOfEachSignalBeyondItsThreshold() {
    assertThat(Seen.ofType(prod.seen(), "AlertPolicy"))
        .extracting(
            Seen::name,
            alert -> threshold(alert).get("thresholdValue"),
            alert -> threshold(alert).get("duration"))
        .containsExactlyInAnyOrder(
            tuple("job-failed", 0.0, "0s"),
            tuple("watermark-delay", 300.0, "900s"),
            tuple("backlog", 10_000.0, "900s"),
            tuple("dead-letters", 0.0, "0s"),
            tuple("undelivered", 0.0, "3600s"));
  }

  @Test
  void tellsThoseWhomTheStackNamesAndSaysWhatToDo() {
    assertThat(prod.only("NotificationChannel").input("labels"))
        .isEqualTo(Map.of("email_address", "data-platform@example.com"));
    assertThat(Seen.ofType(prod.seen(), "AlertPolicy"))
        .allSatisfy(
            alert -> {
              assertThat(alert.input("notificationChannels"))
                  .isEqualTo(List.of("channels/data-platform@example.com"));
              assertThat(alert.text("documentation.content")).isNotBlank();
            });
  }

  @Test
  void drawsAChartOfEachSignalThatIsTold() {
    JsonNode tiles =
        Json.read(prod.only("Dashboard").text("dashboardJson")).at("/mosaicLayout/tiles");

    assertThat(tiles)
        .extracting(
            tile ->
                tile.at("/widget/xyChart/dataSets/0/timeSeriesQuery/timeSeriesFilter/filter")
                    .asText())
        .containsExactlyInAnyOrderElementsOf(
            Seen.ofType(prod.seen(), "AlertPolicy")
                .map(alert -> String.valueOf(threshold(alert).get("filter")))
                .toList());
    assertThat(tiles)
        .extracting(tile -> tile.path("xPos").asInt() + "," + tile.path("yPos").asInt())
        .containsExactly("0,0", "6,0", "0,4", "6,4", "0,8");
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> threshold(Seen alert) {
    List<Map<String, Object>> conditions = (List<Map<String, Object>>) alert.input("conditions");
    return (Map<String, Object>) conditions.get(0).get("conditionThreshold");
  }
}
