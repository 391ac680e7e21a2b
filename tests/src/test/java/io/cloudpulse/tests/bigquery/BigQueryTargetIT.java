package io.cloudpulse.tests.bigquery;

import static io.cloudpulse.tests.sinks.Deliveries.row;
import static io.cloudpulse.tests.sinks.Deliveries.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.tests.postgres.TestDatabase;
import io.cloudpulse.tests.sinks.Deliveries;
import io.cloudpulse.tests.sinks.SinkRun;
import io.cloudpulse.transforms.SchemaPolicy;
import io.cloudpulse.transforms.TargetState;
import io.cloudpulse.transforms.UnfitTarget;
import io.cloudpulse.transforms.bigquery.BigQueryAddress;
import io.cloudpulse.transforms.bigquery.BigQuerySink;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the sink does about a table that is there before it. */
@ExtendWith(Warehouse.class)
class BigQueryTargetIT {
  private static final String RUN = "run-bigquery-targets";

  private static final String WITHOUT_DETAILS =
      """
      {"schema": {"fields": [
        {"name": "id", "type": "INT64", "mode": "REQUIRED"},
        {"name": "customer", "type": "STRING", "maxLength": "12"},
        {"name": "price", "type": "NUMERIC", "precision": "12", "scale": "2"},
        {"name": "weight", "type": "FLOAT64"}, {"name": "fragile", "type": "BOOL"},
        {"name": "due_on", "type": "DATE"}, {"name": "ordered_at", "type": "TIMESTAMP"},
        {"name": "_version", "type": "INT64", "mode": "REQUIRED"}]},
       "tableConstraints": {"primaryKey": {"columns": ["id"]}}}\
      """;

  private final Dataset dataset = Deliveries.dataset("targets");

  @BeforeEach
  void startWithoutTheTable() throws Exception {
    Warehouse.drop(dataset);
    TestDatabase.forget(RUN);
  }

  @Test
  void makesTheTableOnceAndLeavesItAlone() {
    assertThat(Warehouse.sink(dataset, RUN).inspect()).isEqualTo(TargetState.missing());

    Warehouse.sink(dataset, RUN).prepare();
    Warehouse.sink(dataset, RUN).prepare();

    assertThat(Warehouse.sink(dataset, RUN).inspect()).isEqualTo(TargetState.there(List.of()));
    var table = Warehouse.server().answer("GET", "datasets/t_targets/tables/targets", null);
    assertThat(table.at("/tableConstraints/primaryKey/columns/0").asText()).isEqualTo("id");
    assertThat(table.at("/clustering/fields/0").asText()).isEqualTo("id");
    assertThat(table.at("/schema/fields/8/description").asText())
        .isEqualTo("Orders the versions of this row; the highest one stands here.");
  }

  @Test
  void refusesATableThatDoesNotFitAndSaysEveryDifference() {
    Warehouse.create(
        dataset,
        """
        {"schema": {"fields": [
          {"name": "id", "type": "STRING"}, {"name": "customer", "type": "STRING"},
          {"name": "price", "type": "NUMERIC", "precision": "9", "scale": "2"},
          {"name": "weight", "type": "FLOAT", "mode": "REQUIRED"},
          {"name": "fragile", "type": "BOOLEAN"}, {"name": "due_on", "type": "DATE"},
          {"name": "owner", "type": "STRING", "mode": "REQUIRED"},
          {"name": "ordered_at", "type": "TIMESTAMP"}]}}\
        """);

    assertThatThrownBy(() -> Warehouse.sink(dataset, RUN).prepare())
        .isInstanceOf(UnfitTarget.class)
        .hasMessage(
            """
            table test.t_targets.targets in BigQuery does not fit the dataset; nothing was changed:
              - column id is STRING, but must be INT64
              - column price is NUMERIC(9, 2), but must be NUMERIC(12, 2)
              - column weight is required, but the dataset does not require it
              - column _version INT64 is missing
              - column owner is unknown to the dataset, and required
              - its primary key is (), but must be (id)
              - field details is not there yet: let it be added (--schema=evolve), or left out (--schema=ignore)
            Change it, or move it out of the way and let it be created.\
            """);
  }

  @Test
  void refusesATableThatLacksAFieldUnlessToldOtherwise() {
    Warehouse.create(dataset, WITHOUT_DETAILS);

    assertThat(Warehouse.sink(dataset, RUN).inspect())
        .isEqualTo(
            TargetState.there(
                List.of(
                    "field details is not there yet: let it be added (--schema=evolve), or left"
                        + " out (--schema=ignore)")));
    assertThat(Warehouse.sink(dataset, RUN, SchemaPolicy.EVOLVE).inspect())
        .isEqualTo(
            new TargetState(
                TargetState.Kind.GROWS,
                List.of(
                    "alter table `t_targets`.`targets` add column if not exists `details` JSON"),
                List.of("details")));
    assertThat(Warehouse.sink(dataset, RUN, SchemaPolicy.IGNORE).inspect())
        .isEqualTo(
            new TargetState(
                TargetState.Kind.LACKS,
                List.of("field details is not stored"),
                List.of("details")));
  }

  @Test
  void addsTheFieldAndStoresItWhereItMayEvolve() {
    Warehouse.create(dataset, WITHOUT_DETAILS);
    BigQuerySink before = Warehouse.sink(dataset, RUN, SchemaPolicy.IGNORE);
    SinkRun.send(before, dataset, rows(1, 2, 1));

    SinkRun.send(Warehouse.sink(dataset, RUN + "b", SchemaPolicy.EVOLVE), dataset, rows(2, 3, 2));

    assertThat(Warehouse.query(dataset, "id, details, _version"))
        .containsExactly("1|null|1", "2|{\"a\":[1,null]}|2", "3|{\"a\":[1,null]}|2");
    assertThat(Warehouse.sink(dataset, RUN).inspect()).isEqualTo(TargetState.there(List.of()));
  }

  @Test
  void leavesTheFieldOutWhereItIsToBeIgnored() throws Exception {
    Warehouse.create(dataset, WITHOUT_DETAILS);

    SinkRun.send(Warehouse.sink(dataset, RUN, SchemaPolicy.IGNORE), dataset, rows(1, 3, 1));

    assertThat(Warehouse.query(dataset, "id, customer, _version"))
        .containsExactly("1|customer 1|1", "2|customer 2|1", "3|customer 3|1");
    assertThat(TestDatabase.counts(RUN)).containsExactly("3|3|0|0");
  }

  @Test
  void refusesATextThatIsTooLongForItsColumnAndStoresItsNeighbours() throws Exception {
    Warehouse.create(dataset, WITHOUT_DETAILS);

    SinkRun.send(
        Warehouse.sink(dataset, RUN, SchemaPolicy.IGNORE),
        dataset,
        List.of(row(1, 1, 1, "short"), row(2, 2, 1, "much too long a name"), row(3, 3, 1, "ok")));

    assertThat(Warehouse.query(dataset, "id, customer")).containsExactly("1|short", "3|ok");
    assertThat(TestDatabase.counts(RUN)).containsExactly("3|2|1|0");
    assertThat(
            TestDatabase.query(
                "select field, message, convert_from(original, 'UTF8') from pulse.dead_letters"
                    + " where run = '"
                    + RUN
                    + "'"))
        .containsExactly(
            "customer|BigQuery refused it: Field customer: STRING(12) has maximum length 12 but"
                + " got a value with length 20|2,much too long a name");
  }

  @Test
  void saysThatAServerIsNotThere() {
    BigQuerySink nowhere =
        BigQuerySink.of(
            dataset,
            BigQueryAddress.parse(
                "bigquery://test/x?rest=http://127.0.0.1:1&grpc=http://127.0.0.1:1"),
            TestDatabase.address(),
            RUN,
            SchemaPolicy.REFUSE);

    assertThat(nowhere.inspect().kind()).isEqualTo(TargetState.Kind.UNREACHABLE);
    assertThatThrownBy(nowhere::prepare)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("BigQuery table test.x.targets cannot be prepared: Connection refused");
  }
}
