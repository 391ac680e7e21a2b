package io.cloudpulse.pipelines.local;

import java.nio.file.Path;

/** The API and its page on 127.0.0.1. */
public record RunningServing(int port, Path data) implements RunningService {
  @Override
  public String version() {
    return "Cloud Pulse's page";
  }

  /** Of the page, for a browser. */
  @Override
  public String address() {
    return "http://127.0.0.1:" + port + "/";
  }

  @Override
  public String tryIt() {
    return "curl " + address() + "api/health";
  }
}
