package io.cloudpulse.tests.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.pipelines.local.LocalElasticsearch;
import io.cloudpulse.pipelines.local.LocalService;
import io.cloudpulse.pipelines.local.RunningElasticsearch;
import io.cloudpulse.pipelines.local.RunningService;
import io.cloudpulse.tests.kit.Indices;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LocalElasticsearchIT extends LocalServiceContract {
  private static final String DOCUMENT = "/kept/_doc/1";

  @Override
  LocalService in(Path folder) {
    return LocalElasticsearch.in(folder);
  }

  @Override
  LocalService brokenIn(Path folder) {
    return LocalElasticsearch.in(folder).withSettings(Map.of("no.such.setting", "1"));
  }

  @Override
  String complaint() {
    return "unknown setting [no.such.setting]";
  }

  @Override
  Path pidFile(Path folder) {
    return folder.resolve("elasticsearch/pid");
  }

  @Override
  void write(RunningService server) {
    assertThat(ask(server, "PUT", DOCUMENT, "{\"answer\": 42}").statusCode()).isIn(200, 201);
  }

  @Override
  boolean holdsWhatWasWritten(RunningService server) {
    return ask(server, "GET", DOCUMENT, "").body().contains("\"answer\": 42");
  }

  @Test
  void tellsItsVersionOnTheRootPage() {
    HttpResponse<String> page = ask(in(home).start(), "GET", "/", "");

    assertThat(page.body()).contains("\"number\":\"8.19.21\"", "\"cluster_uuid\":\"");
    assertThat(page.headers().firstValue("X-elastic-product")).contains("Elasticsearch");
  }

  private static HttpResponse<String> ask(
      RunningService server, String method, String path, String json) {
    return new Indices(RunningElasticsearch.class.cast(server), "").ask(method, path, json);
  }
}
