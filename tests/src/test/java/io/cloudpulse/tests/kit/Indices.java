package io.cloudpulse.tests.kit;

import io.cloudpulse.pipelines.local.RunningElasticsearch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The indices of one test: all whose names begin with its prefix.
 *
 * @param prefix such as {@code t-0b5e…-}
 */
public record Indices(RunningElasticsearch node, String prefix)
    implements ExtensionContext.Store.CloseableResource {
  static Indices of(RunningElasticsearch node) {
    return new Indices(node, "t-" + UUID.randomUUID() + "-");
  }

  /** Such as {@code http://127.0.0.1:9200}. */
  public String url() {
    return node.url();
  }

  /** As {@code --sink} takes it. */
  public String address() {
    return node.address();
  }

  /** Asks the node and returns its answer, whatever its status. */
  public HttpResponse<String> ask(String method, String path, String json) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url() + path))
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(json))
            .build();
    try {
      return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  @Override
  public void close() {
    String found = ask("GET", "/_cat/indices/" + prefix + "*?h=index", "").body();
    found.lines().forEach(this::delete);
  }

  private void delete(String index) {
    HttpResponse<String> unused = ask("DELETE", "/" + index, "");
  }
}
