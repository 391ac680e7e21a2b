package io.cloudpulse.pulumi;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.core.Output;
import com.pulumi.test.PulumiTest;
import com.pulumi.test.TestOptions;
import com.pulumi.test.TestResult;
import io.cloudpulse.schemas.Dataset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The stacks as their files say, run against a {@link Recorder}; each once. */
final class Stacks {
  static final String PASSWORD = "open-sesame";
  private static final Map<String, Run> RUNS = new HashMap<>();

  private Stacks() {}

  /** What a stack asked for, and what it told. */
  record Run(List<Seen> seen, TestResult result) {

    /** The one of its kind. */
    Seen only(String kind) {
      List<Seen> found = Seen.ofType(seen, kind).toList();
      assertThat(found).as(kind).hasSize(1);
      return found.get(0);
    }

    /** What {@code pulumi stack output --json} prints. */
    Map<String, Object> told() {
      Map<String, Object> told = new TreeMap<>();
      result.outputs().forEach((name, value) -> told.put(name, PulumiTest.extractValue(value)));
      return told;
    }
  }

  /** Of the repository, such as {@code dev}. */
  static synchronized Run named(String stack) {
    return RUNS.computeIfAbsent(stack, name -> run(settings(name), CloudPulse.datasets()));
  }

  static Run run(Settings settings, List<Dataset> datasets) {
    Recorder recorder = new Recorder();
    TestResult result =
        PulumiTest.withMocks(recorder)
            .withOptions(
                TestOptions.builder()
                    .projectName("cloud-pulse")
                    .stackName(settings.stack())
                    .build())
            .runTest(
                context ->
                    CloudPulse.build(settings, Output.ofSecret(PASSWORD), datasets).export(context))
            .throwOnError();
    PulumiTest.cleanup();
    return new Run(recorder.seen(), result);
  }

  static Settings settings(String stack) {
    return SettingsReader.read(stack, new Configuration(configuration(stack)::find));
  }

  /** As Pulumi hands on {@code Pulumi.<stack>.yaml}: lists as JSON, all else as texts. */
  static Values configuration(String stack) {
    try {
      Path file = Path.of("Pulumi." + stack + ".yaml");
      Load load = new Load(LoadSettings.builder().build());
      Map<?, ?> whole = (Map<?, ?>) load.loadFromString(Files.readString(file));
      Map<String, String> values = new HashMap<>();
      ((Map<?, ?>) whole.get("config"))
          .forEach(
              (key, value) -> values.put(key.toString().replace("cloud-pulse:", ""), text(value)));
      return new Values(values);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Object value) {
    return value instanceof List<?> list ? Json.write(list) : value.toString();
  }

  /** Values by key. */
  record Values(Map<String, String> values) {
    Optional<String> find(String key) {
      return Optional.ofNullable(values.get(key));
    }

    Values with(String key, String value) {
      Map<String, String> changed = new HashMap<>(values);
      changed.put(key, value);
      return new Values(changed);
    }

    Values without(String key) {
      Map<String, String> changed = new HashMap<>(values);
      changed.remove(key);
      return new Values(changed);
    }
  }
}
