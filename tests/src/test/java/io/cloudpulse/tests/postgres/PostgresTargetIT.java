package io.cloudpulse.tests.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.tests.sinks.Deliveries;
import io.cloudpulse.transforms.UnfitTarget;
import io.cloudpulse.transforms.postgres.PostgresSink;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the sink does about a table that is there before it. */
@ExtendWith(PostgresServer.class)
class PostgresTargetIT {
  private final Dataset dataset = Deliveries.dataset("targets");

  @BeforeEach
  void startWithoutTheTable() throws SQLException {
    TestDatabase.execute("create schema if not exists tests");
    TestDatabase.execute("drop table if exists tests.targets");
    TestDatabase.execute("drop view if exists tests.targets_view");
  }

  @Test
  void acceptsTheTableItMade() throws SQLException {
    sink().prepare();
    sink().prepare();

    assertThat(TestDatabase.query("select count(*) from tests.targets")).containsExactly("0");
  }

  @Test
  void acceptsColumnsItNeedNotFill() throws SQLException {
    sink().prepare();
    TestDatabase.execute(
        "alter table tests.targets add note text, add loaded_at timestamptz not null default now()");

    sink().prepare();

    assertThat(TestDatabase.query("select note from tests.targets")).isEmpty();
  }

  @Test
  void refusesATableThatDoesNotFitAndSaysEverythingThatDiffers() throws SQLException {
    TestDatabase.execute(
        """
        create table tests.targets (
          id integer, customer text not null, price numeric(10,2), weight double precision,
          fragile boolean, due_on date generated always as (date '2026-01-01') stored,
          ordered_at timestamptz, owner text not null, _version bigint, primary key (customer))""");

    assertThatThrownBy(() -> sink().prepare())
        .isInstanceOf(UnfitTarget.class)
        .hasMessageStartingWith("table \"tests\".\"targets\" at 127.0.0.1:")
        .hasMessageEndingWith(
            """
             does not fit the dataset; nothing was changed:
              - column id is integer, but must be bigint
              - column customer is not null, but the dataset does not require it
              - column price is numeric(10,2), but must be numeric(12,2)
              - column due_on is generated, but must be stored
              - column owner is unknown to the dataset, not null and without a default
              - it has no primary key or unique index on (id)
              - field details is not there yet: let it be added (--schema=evolve), or left out (--schema=ignore)
            Change it, or move it out of the way and let it be created.""");
    assertThat(TestDatabase.query("select * from tests.targets")).isEmpty();
  }

  @Test
  void refusesAView() throws SQLException {
    TestDatabase.execute("create view tests.targets_view as select 1 as id");

    assertThatThrownBy(
            () ->
                PostgresSink.of(
                        Deliveries.dataset("targets_view"), TestDatabase.address(), "run-targets")
                    .prepare())
        .isInstanceOf(UnfitTarget.class)
        .hasMessageContaining("it is a view, but must be a table");
  }

  private PostgresSink sink() {
    return PostgresSink.of(dataset, TestDatabase.address(), "run-targets");
  }
}
