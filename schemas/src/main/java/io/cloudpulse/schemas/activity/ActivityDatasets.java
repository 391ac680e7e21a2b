package io.cloudpulse.schemas.activity;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.classes.DatasetClass;
import java.util.List;

/**
 * The datasets that are computed of {@code activity.events}, beside those that are shipped as
 * files.
 */
public final class ActivityDatasets {
  public static final Dataset ACTION_MINUTES = DatasetClass.of(ActionMinute.class);
  public static final Dataset ACTIVE_USERS_HOURLY = DatasetClass.of(ActiveUsers.class);
  public static final Dataset ACTIVE_USERS_DAILY =
      ACTIVE_USERS_HOURLY.toBuilder()
          .name("activity.active_users_daily")
          .description("How many users did something on each day.")
          .build();
  public static final Dataset USER_DAYS = DatasetClass.of(UserDay.class);
  public static final Dataset USER_SESSIONS = DatasetClass.of(UserSession.class);
  public static final Dataset PREDICTIONS = DatasetClass.of(Prediction.class);

  private ActivityDatasets() {}

  public static List<Dataset> all() {
    return List.of(
        ACTION_MINUTES,
        ACTIVE_USERS_HOURLY,
        ACTIVE_USERS_DAILY,
        USER_DAYS,
        USER_SESSIONS,
        PREDICTIONS);
  }
}
