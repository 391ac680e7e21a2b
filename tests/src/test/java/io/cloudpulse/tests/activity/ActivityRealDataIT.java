package io.cloudpulse.tests.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.file.Datasets;
import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.PostgresServer;
import io.cloudpulse.tests.kit.RealData;
import io.cloudpulse.transforms.Aggregate;
import io.cloudpulse.transforms.ReadOutputs;
import io.cloudpulse.transforms.activity.ActivityAggregates;
import io.cloudpulse.transforms.activity.ActivityWindows;
import io.cloudpulse.transforms.activity.SummariseUserDays;
import io.cloudpulse.transforms.files.FileListing;
import io.cloudpulse.transforms.files.ReadFiles;
import io.cloudpulse.transforms.postgres.PostgresAddress;
import io.cloudpulse.transforms.postgres.PostgresDeadLetters;
import io.cloudpulse.transforms.postgres.PostgresSink;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A real shop's events, from their file to the tables of their aggregates, on embedded Flink. */
@ExtendWith(PostgresServer.class)
class ActivityRealDataIT {
  private static final Dataset EVENTS = Datasets.named("activity.events");

  private static Database database;

  @BeforeAll
  static void aggregateOnce(Database all) {
    database = all;
    Path file = RealData.folder().resolve("events/ecommerce_2019-Oct_head.csv");
    assumeTrue(Files.exists(file), () -> file + " is missing");
    PostgresAddress address = PostgresAddress.parse(database.sink());
    Pipeline pipeline =
        Pipeline.create(
            PipelineOptionsFactory.fromArgs("--runner=FlinkRunner", "--parallelism=2").create());
    addTo(pipeline, file, address);
    pipeline.run().waitUntilFinish();
  }

  private static void addTo(Pipeline pipeline, Path file, PostgresAddress address) {
    FileListing listing =
        FileListing.of(EVENTS, file.toString(), FileListing.Options.of(Optional.empty(), false));
    PCollectionTuple read =
        pipeline.apply("Read", ReadFiles.of(EVENTS, listing.ranges(), "run", false));
    for (Aggregate aggregate : ActivityAggregates.in(ActivityWindows.ofGeneration(0))) {
      PostgresSink sink = PostgresSink.of(aggregate.dataset(), address, "run");
      sink.prepare();
      read.get(ReadOutputs.RECORDS)
          .apply("Compute " + aggregate.name(), aggregate.compute())
          .apply("Write " + aggregate.name(), sink.write())
          .apply("Keep refused " + aggregate.name(), PostgresDeadLetters.into(address));
    }
  }

  @Test
  void countsEachActionByMinute() throws Exception {
    assertThat(
            database.query(
                "select action, sum(events) from activity.action_minutes group by 1 order by 1"))
        .containsExactly("cart|50", "purchase|54", "view|4912");
  }

  @Test
  void countsTheUsersOfTheDay() throws Exception {
    assertThat(database.query("select active_users, exact from activity.active_users_daily"))
        .containsExactly("1755|t");
  }

  @Test
  void sumsUpEachUser() throws Exception {
    database.execute(SummariseUserDays.USERS_VIEW);
    database.execute(SummariseUserDays.USERS_VIEW);

    assertThat(database.one("select count(*), sum(events), sum(purchases) from activity.users"))
        .isEqualTo("1755|5016|54");
    assertThat(
            database.one(
                "select sum(u.revenue) = (select sum(revenue) from activity.action_minutes where"
                    + " action = 'purchase') and min(first_activity) <= max(last_activity) from"
                    + " activity.users u"))
        .isEqualTo("t");
  }

  @Test
  void putsEachEventIntoOneSession() throws Exception {
    assertThat(
            database.one(
                "select sum(events), sum(purchases), count(distinct user_id) from"
                    + " activity.user_sessions"))
        .isEqualTo("5016|54|1755");
  }
}
