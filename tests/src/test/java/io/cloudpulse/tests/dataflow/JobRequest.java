package io.cloudpulse.tests.dataflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import io.cloudpulse.tests.kit.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a launch on Dataflow asks Google for, as a stand-in of Google heard it.
 *
 * @param exitCode of the launcher
 * @param said by the launcher where it failed
 * @param type such as {@code JOB_TYPE_BATCH}; empty if no job was asked for
 * @param steps our own, in the order of the graph that was uploaded
 */
public record JobRequest(int exitCode, String said, String type, List<String> steps) {
  /**
   * Launches a move of a file, which is put into a bucket first.
   *
   * @param folder for what the launcher writes
   */
  public static JobRequest ofFile(Path file, Path folder, Sinks sinks, List<String> flags)
      throws IOException {
    try (GoogleCloud cloud = GoogleCloud.start()) {
      String place = "shop-bucket/in/" + file.getFileName();
      cloud.storage().put(place, ByteString.copyFrom(Files.readAllBytes(file)));
      return launch(cloud, folder, sinks, with(flags, "--source=files:gs://" + place));
    }
  }

  /**
   * Launches a move of a topic or of a subscription.
   *
   * @param source its address on this machine
   */
  public static JobRequest ofMessages(String source, Path folder, Sinks sinks, List<String> flags)
      throws IOException {
    try (GoogleCloud cloud = GoogleCloud.start()) {
      String elsewhere = source.replace("127.0.0.1", Launcher.BROKER_HOST);
      return launch(cloud, folder, sinks, with(flags, "--source=" + elsewhere));
    }
  }

  private static List<String> with(List<String> flags, String more) {
    List<String> all = new ArrayList<>(flags);
    all.add(more);
    return all;
  }

  private static JobRequest launch(GoogleCloud cloud, Path folder, Sinks sinks, List<String> flags)
      throws IOException {
    Launcher.Ended ended =
        new Launcher(cloud, folder)
            .into(sinks.addresses(), sinks.database())
            .with(flags.toArray(String[]::new))
            .run();
    if (cloud.jobs().isEmpty()) {
      return new JobRequest(ended.exitCode(), ended.err(), "", List.of());
    }
    JsonNode job = cloud.jobs().get(0);
    JobProto graph = new JobProto(cloud.storage().one("/pipeline-"));
    return new JobRequest(ended.exitCode(), ended.err(), job.path("type").asText(), graph.steps());
  }

  /**
   * Real servers of this machine, which the job is told of under names of another.
   *
   * @param others addresses of those that are not a database
   */
  public record Sinks(Database database, List<String> others) {
    List<String> addresses() {
      List<String> all = new ArrayList<>(List.of(Launcher.sink(database)));
      others.forEach(other -> all.add(other.replace("127.0.0.1", Launcher.SEARCH_HOST)));
      return all;
    }
  }
}
