package io.cloudpulse.transforms.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Field;
import io.cloudpulse.transforms.Aggregate;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.beam.sdk.schemas.NoSuchSchemaException;
import org.apache.beam.sdk.schemas.Schema;
import org.apache.beam.sdk.schemas.SchemaRegistry;
import org.junit.jupiter.api.Test;

class ActivityAggregatesTest {
  @Test
  void makesTheseTables() {
    List<String> tables =
        ActivityAggregates.in(ActivityWindows.ofGeneration(0)).stream()
            .map(Aggregate::dataset)
            .map(ActivityAggregatesTest::shape)
            .toList();

    assertThat(tables)
        .containsExactly(
            "activity.action_minutes [window_start, action]: window_start timestamp!, action"
                + " string!, events int64!, revenue decimal(18,2)!",
            "activity.active_users_hourly [window_start]: window_start timestamp!, active_users"
                + " int64!, exact boolean!",
            "activity.active_users_daily [window_start]: window_start timestamp!, active_users"
                + " int64!, exact boolean!",
            "activity.user_days [user_id, day]: user_id int64!, day date!, events int64!,"
                + " purchases int64!, revenue decimal(18,2)!, first_activity timestamp!,"
                + " last_activity timestamp!",
            "activity.user_sessions [user_id, session_start]: user_id int64!, session_start"
                + " timestamp!, session_end timestamp!, events int64!, purchases int64!, revenue"
                + " decimal(18,2)!");
  }

  private static String shape(Dataset dataset) {
    return dataset.fields().stream()
        .map(ActivityAggregatesTest::column)
        .collect(
            Collectors.joining(", ", dataset.name() + " " + dataset.key().fields() + ": ", ""));
  }

  private static String column(Field field) {
    return field.name() + " " + field.type() + (field.required() ? "!" : "");
  }

  @Test
  void anEventHasThisSchema() throws NoSuchSchemaException {
    Schema schema = SchemaRegistry.createDefault().getSchema(ActivityEvent.class);

    assertThat(
            schema.getFields().stream()
                .map(f -> f.getName() + " " + f.getType().getTypeName() + nullable(f)))
        .containsExactly(
            "userId INT64",
            "sessionId STRING?",
            "action STRING",
            "productId INT64?",
            "price DECIMAL?",
            "eventMicros INT64",
            "contentHash INT64");
  }

  private static String nullable(Schema.Field field) {
    return Boolean.TRUE.equals(field.getType().getNullable()) ? "?" : "";
  }

  @Test
  void refusesASessionGapOfNothing() {
    assertThatThrownBy(() -> new ActivityWindows(0, Duration.ZERO, Duration.ZERO, Duration.ZERO, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("sessionGap was PT0S, but must be a millisecond or longer");
  }
}
