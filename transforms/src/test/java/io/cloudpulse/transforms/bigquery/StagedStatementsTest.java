package io.cloudpulse.transforms.bigquery;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.services.bigquery.model.TableFieldSchema;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StagedStatementsTest {
  private static final Set<String> SOME = Set.of("id", "price", "day", "moment", "more");

  private final List<Column> columns =
      Columns.of(Samples.DATASET).stream()
          .filter(column -> SOME.contains(column.name()) || column.place() == Column.OF_THE_VERSION)
          .toList();
  private final Staging staging =
      new Staging(new BigQueryTable("p", "tests", "things_staging_1"), columns);
  private final StagedStatements statements =
      new StagedStatements(staging, new BigQueryTable("p", "tests", "things"), List.of("id"));

  @Test
  void staysInTypesThatEveryRowHas() {
    assertThat(
            staging.resource(0).getSchema().getFields().stream().map(StagedStatementsTest::column))
        .containsExactly(
            "id INT64",
            "price STRING",
            "day INT64",
            "moment INT64",
            "more STRING",
            "_version INT64",
            "_deleted BOOL");
    assertThat(staging.resource(7).getExpirationTime()).isEqualTo(86_400_007);
  }

  private static String column(TableFieldSchema field) {
    assertThat(field.getMode()).as("nothing is required").isNull();
    return field.getName() + " " + field.getType();
  }

  @Test
  void takesTheNewestOfEachKeyInTheTablesTypes() {
    assertThat(statements.makeNewest())
        .isEqualTo(
            "create table `p`.`tests`.`things_staging_1_newest` options (expiration_timestamp ="
                + " timestamp_add(current_timestamp(), interval 1 day)) as select `id`, `price`,"
                + " `day`, `moment`, `more`, `_version`, `_deleted` from (select `id`,"
                + " cast(`price` as NUMERIC) as `price`, date_from_unix_date(`day`) as `day`,"
                + " timestamp_micros(`moment`) as `moment`, parse_json(`more`,"
                + " wide_number_mode=>'round') as `more`, `_version`, `_deleted`, row_number() over"
                + " (partition by `id` order by `_version` desc) as _place from"
                + " `p`.`tests`.`things_staging_1`) where _place = 1");
  }

  @Test
  void bringsWhatIsNewer() {
    assertThat(statements.mergeVersions())
        .isEqualTo(
            "merge `p`.`tests`.`things` as t using `p`.`tests`.`things_staging_1_newest` as s on"
                + " t.`id` = s.`id` when matched and s.`_version` > t.`_version` and s.`_deleted`"
                + " then delete when matched and s.`_version` > t.`_version` then update set"
                + " `price` = s.`price`, `day` = s.`day`, `moment` = s.`moment`, `more` = s.`more`,"
                + " `_version` = s.`_version` when not matched and not s.`_deleted` then insert"
                + " (`id`, `price`, `day`, `moment`, `more`, `_version`) values (s.`id`,"
                + " s.`price`, s.`day`, s.`moment`, s.`more`, s.`_version`)");
    assertThat(statements.addMissing()).doesNotContain("when matched").contains("then insert");
  }

  @Test
  void remembersWhatWasDeleted() {
    assertThat(statements.remember())
        .isEqualTo(
            "merge `p`.`tests`.`things_deleted` as t using"
                + " `p`.`tests`.`things_staging_1_newest` as s on t.`id` = s.`id` when matched and"
                + " s.`_deleted` and s.`_version` > t.`_version` then update set `_version` ="
                + " s.`_version` when not matched and s.`_deleted` then insert (`id`, `_version`)"
                + " values (s.`id`, s.`_version`)");
    assertThat(statements.forgetOlder())
        .isEqualTo(
            "merge `p`.`tests`.`things_staging_1_newest` as t using"
                + " `p`.`tests`.`things_deleted` as s on t.`id` = s.`id` when matched and"
                + " s.`_version` > t.`_version` then delete");
  }
}
