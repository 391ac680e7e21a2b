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
                + " select given.\"ship\", given.\"berth\", given.\"dues\", given.\"_version\""
                + " from unnest(?::text[], ?::double precision[], ?::numeric[], ?::bigint[])"
                + " as given (\"ship\", \"berth\", \"dues\", \"_version\")"
                + " on conflict (\"ship\", \"berth\") do update set"
                + " \"dues\" = excluded.\"dues\", \"_version\" = excluded.\"_version\""
                + " where stored.\"_version\" < excluded.\"_version\"");
  }

  @Test
  void leavesOutWhatANewerVersionDeleted() {
    assertThat(UpsertSql.besidesDeleted(PostgresShape.of(TestRows.shipAndBerth())))
        .contains(
            "?::numeric[], ?::bigint[], ?::text[]) as given (\"ship\", \"berth\", \"dues\","
                + " \"_version\", \"_tombstone\")"
                + " where not exists (select from pulse.tombstones gone where gone.dataset = ?"
                + " and gone.key = given.\"_tombstone\" and gone.version >= given.\"_version\")"
                + " on conflict");
  }

  @Test
  void deletesOnlyWhatIsNoNewer() {
    PostgresShape shape = PostgresShape.of(TestRows.shipAndBerth());

    assertThat(
            UpsertSql.delete(
                shape,
                List.of(shape.column("ship"), shape.column("berth"), shape.column("_version"))))
        .isEqualTo(
            "delete from \"harbour\".\"arrivals\" as stored"
                + " using unnest(?::text[], ?::double precision[], ?::bigint[])"
                + " as given (\"ship\", \"berth\", \"_version\")"
                + " where stored.\"ship\" = given.\"ship\""
                + " and stored.\"berth\" = given.\"berth\""
                + " and stored.\"_version\" <= given.\"_version\"");
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
