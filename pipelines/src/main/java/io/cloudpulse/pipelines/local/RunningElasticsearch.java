package io.cloudpulse.pipelines.local;

import java.nio.file.Path;

/**
 * An Elasticsearch on 127.0.0.1 that takes requests, from anybody on this machine.
 *
 * @param version such as {@code Elasticsearch 8.19.21}
 */
public record RunningElasticsearch(String version, int port, Path data) implements RunningService {
  /** As an HTTP client takes it. */
  public String url() {
    return "http://127.0.0.1:" + port;
  }

  @Override
  public String address() {
    return "elasticsearch://127.0.0.1:" + port;
  }

  /** The cluster's colour; yellow is well here: one node has no place for a second copy. */
  @Override
  public String health() {
    return ElasticsearchAnswer.health(port).orElse("silent");
  }

  @Override
  public String tryIt() {
    return "curl " + url() + "/_cat/indices";
  }
}
