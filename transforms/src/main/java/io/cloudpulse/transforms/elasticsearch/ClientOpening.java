package io.cloudpulse.transforms.elasticsearch;

import io.cloudpulse.transforms.Secrets;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.http.Header;
import org.apache.http.HttpHost;
import org.apache.http.impl.nio.client.HttpAsyncClientBuilder;
import org.apache.http.impl.nio.reactor.IOReactorConfig;
import org.apache.http.message.BasicHeader;
import org.elasticsearch.client.RestClient;
import org.elasticsearch.client.RestClientBuilder;

/** Opens clients. Secrets are read here and live in the client alone. */
final class ClientOpening {
  private static final int CONNECT_MILLIS = 10_000;

  /** A server that is silent for longer is asked again; versions make that harmless. */
  private static final int SILENCE_MILLIS = 30_000;

  private ClientOpening() {}

  static RestClient of(ElasticsearchAddress address) {
    RestClientBuilder builder = RestClient.builder(hosts(address));
    builder.setRequestConfigCallback(
        config -> config.setConnectTimeout(CONNECT_MILLIS).setSocketTimeout(SILENCE_MILLIS));
    builder.setHttpClientConfigCallback(client -> configured(client, address));
    String authorization = authorization(address);
    if (!authorization.isEmpty()) {
      builder.setDefaultHeaders(new Header[] {new BasicHeader("Authorization", authorization)});
    }
    return builder.build();
  }

  private static HttpHost[] hosts(ElasticsearchAddress address) {
    String scheme = address.tls() ? "https" : "http";
    return address.hosts().stream()
        .map(host -> HttpHost.create(scheme + "://" + host))
        .toArray(HttpHost[]::new);
  }

  /** A worker sends one request at a time, so one thread waits for the answers. */
  private static HttpAsyncClientBuilder configured(
      HttpAsyncClientBuilder client, ElasticsearchAddress address) {
    client.setDefaultIOReactorConfig(
        IOReactorConfig.custom()
            .setIoThreadCount(1)
            .setConnectTimeout(CONNECT_MILLIS)
            .setSoTimeout(SILENCE_MILLIS)
            .setSoKeepAlive(true)
            .build());
    return address.authority().isEmpty()
        ? client
        : client.setSSLContext(TrustedAuthority.context(address.authority()));
  }

  private static String authorization(ElasticsearchAddress address) {
    if (!address.apiKeyName().isEmpty()) {
      return "ApiKey " + Secrets.resolve(address.apiKeyName());
    }
    if (address.user().isEmpty()) {
      return "";
    }
    String pair = address.user() + ":" + Secrets.resolve(address.passwordName());
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }
}
