package io.cloudpulse.tests.dataflow;

import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.Java;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.beam.sdk.extensions.gcp.auth.NoopCredentialFactory;

/**
 * The launcher with the class path of the dataflow bundle, in a process of its own: that class path
 * cannot be shared with Flink's. Names of hosts resolve by a file, so that a server of this machine
 * can have one that is not of this machine; Google is the stand-in.
 */
final class Launcher {
  /** What the database and the broker of the test are called. */
  static final String DATABASE_HOST = "db.shop.internal";

  static final String BROKER_HOST = "broker.shop.internal";
  static final String SEARCH_HOST = "search.shop.internal";

  /** The database's password, as Secret Manager knows it. */
  static final String SECRET = "projects/shop-project/secrets/db";

  private final GoogleCloud cloud;
  private final Path folder;
  private final List<String> command = new ArrayList<>(List.of(PULSE, "run"));
  private static final String PULSE = "io.cloudpulse.pipelines.Pulse";

  Launcher(GoogleCloud cloud, Path folder) {
    this.cloud = cloud;
    this.folder = folder;
  }

  /** As Dataflow's template launcher starts it. */
  Launcher asTemplate() {
    command.subList(0, 2).clear();
    command.add(0, "io.cloudpulse.pipelines.RunMain");
    command.replaceAll(flag -> flag.replace("=dataflow", "=DataflowRunner"));
    return this;
  }

  Launcher with(String... flags) {
    command.addAll(List.of(flags));
    return this;
  }

  /** With a database for a sink, and the stand-in for all of Google. */
  Launcher into(Database database) {
    return into(List.of(sink(database)), database);
  }

  /** With several sinks, of which one is that database. */
  Launcher into(List<String> sinks, Database database) {
    cloud.keepSecret(SECRET, database.password());
    return with("--runner=dataflow", "--project=shop-project", "--region=europe-west1")
        .with("--sink=" + String.join(",", sinks))
        .with("--tempLocation=gs://shop-bucket/temp")
        .with("--gcsEndpoint=" + cloud.address() + "/storage/v1/")
        .with("--apiRootUrl=" + cloud.address())
        .with("--credentialFactoryClass=" + NoopCredentialFactory.class.getName());
  }

  /** A database as a worker elsewhere would reach it. */
  static String sink(Database database) {
    return database.sink(DATABASE_HOST, "secret://gcp/" + SECRET);
  }

  /** How it ended. */
  record Ended(int exitCode, String out, String err) {}

  Ended run() throws IOException {
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(words()).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().put("GCE_METADATA_HOST", cloud.hostAndPort());
    builder.environment().put("CLOUDSDK_CONFIG", folder.toString());
    builder.environment().remove("GOOGLE_APPLICATION_CREDENTIALS");
    int exitCode = builder.start().onExit().join().exitValue();
    return new Ended(exitCode, Files.readString(out), Files.readString(err));
  }

  private List<String> words() throws IOException {
    Path options = Files.writeString(folder.resolve("jvm.options"), options());
    List<String> words = Java.command();
    words.add("@" + bundle().resolve("jvm.options"));
    words.add("@" + options);
    words.addAll(command);
    // One small file in place of the bundle, which is 200 MB.
    if (command.stream().anyMatch(flag -> flag.startsWith("--credentialFactoryClass"))) {
      words.add("--filesToStage=" + Files.writeString(folder.resolve("staged.jar"), "staged"));
    }
    return words;
  }

  private String options() throws IOException {
    Path hosts = folder.resolve("hosts");
    Files.writeString(
        hosts,
        "127.0.0.1 localhost %s %s %s metadata.google.internal\n"
            .formatted(DATABASE_HOST, BROKER_HOST, SEARCH_HOST),
        StandardCharsets.US_ASCII);
    return """
        -Xmx1g
        -Djdk.net.hosts.file=%s
        -Dpulse.secretManager=%s
        -Dpulse.home=%s
        -Dpulse.runners=%s
        -cp
        "%s"
        """
        .formatted(
            hosts, cloud.address(), folder.resolve("home"), bundle().getParent(), classPath());
  }

  private static Path bundle() {
    return Path.of(System.getProperty("pulse.runners"), "dataflow");
  }

  private static String classPath() throws IOException {
    Path target = bundle().resolve("target");
    return Arrays.stream(Files.readString(target.resolve("classpath")).split(":"))
        .map(jar -> target.resolve(jar.strip()).toString())
        .collect(Collectors.joining(":"));
  }
}
