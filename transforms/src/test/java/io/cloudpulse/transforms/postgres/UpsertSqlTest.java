package io.cloudpulse.transforms.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.schemas.Field;
import io.cloudpulse.schemas.FieldType;
import io.cloudpulse.schemas.Key;
import io.cloudpulse.schemas.shape.PostgresShape;
import java.util.List;
import org.junit.jupiter.api.Test;

class UpsertSqlTest {
  @Test
  void replacesOnlyOlderVersions() {
    assertThat(UpsertSql.of(PostgresShape.of(TestRows.shipAndBerth())))
        .isEqualTo(
            "insert into \"harbour\".\"arrivals\" as stored"
                + " (\"ship\", \"berth\", \"dues\", \"_version\")"
                + " select * from unnest(?::text[], ?::double precision[], ?::numeric[],"
                + " ?::bigint[])"
                + " on conflict (\"ship\", \"berth\") do update set"
                + " \"dues\" = excluded.\"dues\", \"_version\" = excluded.\"_version\""
                + " where stored.\"_version\" < excluded.\"_version\"");
  }

  @Test
  void hasOnlyTheVersionToReplaceWhereAllFieldsAreKey() {
    PostgresShape shape =
        PostgresShape.of(
            TestRows.dataset(Key.fields(List.of("at")), Field.of("at", FieldType.TIMESTAMP)));

    assertThat(UpsertSql.of(shape))
        .contains("unnest(?::timestamp with time zone[], ?::bigint[])")
        .contains("do update set \"_version\" = excluded.\"_version\" where");
  }

  @Test
  void putsMadeKeysFirst() {
    PostgresShape shape =
        PostgresShape.of(TestRows.dataset(Key.position(), Field.of("doc", FieldType.JSON)));

    assertThat(UpsertSql.of(shape))
        .contains("(\"_source\", \"_record\", \"doc\", \"_version\")")
        .contains("unnest(?::text[], ?::bigint[], ?::jsonb[], ?::bigint[])")
        .contains("on conflict (\"_source\", \"_record\") do update set \"doc\" = ");
  }
}
