package io.cloudpulse.pipelines.flags;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.transforms.SchemaPolicy;
import io.cloudpulse.transforms.Sink;
import io.cloudpulse.transforms.elasticsearch.ElasticsearchAddress;
import io.cloudpulse.transforms.elasticsearch.ElasticsearchSink;
import io.cloudpulse.transforms.postgres.PostgresAddress;
import java.util.Optional;

/** An Elasticsearch that a flag named. */
public record SearchAddress(String written, ElasticsearchAddress server, Optional<String> trouble)
    implements SinkAddress {
  @Override
  public String name() {
    return "elasticsearch";
  }

  @Override
  public String place() {
    return server.toString();
  }

  @Override
  public Sink open(Dataset dataset, PostgresAddress ledger, String run, SchemaPolicy policy) {
    return ElasticsearchSink.of(dataset, server, ledger, run).under(policy);
  }
}
