package io.cloudpulse.transforms.elasticsearch;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Field;
import io.cloudpulse.schemas.FieldType;
import io.cloudpulse.schemas.Key;
import io.cloudpulse.schemas.Layout;
import io.cloudpulse.transforms.SchemaPolicy;
import io.cloudpulse.transforms.VersionedRecord;
import io.cloudpulse.transforms.postgres.PostgresAddress;
import java.time.Duration;
import java.util.List;

/** Small datasets, rows of them, and a sink where no server is. */
final class TestDocuments {
  private TestDocuments() {}

  static Dataset dataset(Key key, Field... fields) {
    return Dataset.builder()
        .name("harbour.arrivals")
        .layouts(List.of(Layout.builder().build()))
        .fields(List.of(fields))
        .key(key)
        .build();
  }

  static Dataset ships() {
    return dataset(
        Key.fields(List.of("ship")),
        Field.of("ship", FieldType.STRING),
        Field.of("weight", FieldType.DOUBLE));
  }

  static VersionedRecord row(long version, Object... values) {
    return new VersionedRecord("file#0-9", 1, 0, version, values, new byte[0]);
  }

  static ElasticsearchSink nowhere() {
    return new ElasticsearchSink(
        ships(),
        ElasticsearchAddress.parse("elasticsearch://127.0.0.1:1"),
        PostgresAddress.parse("jdbc:postgresql://127.0.0.1:1/none"),
        "run",
        Duration.ofMillis(200),
        SchemaPolicy.REFUSE);
  }
}
