package io.cloudpulse.pulumi;

import com.fasterxml.jackson.databind.JsonNode;
import io.cloudpulse.schemas.file.Datasets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads a stack's configuration, and tells everything that is wrong with it at once. */
final class SettingsReader {
  private static final String STACK = "[a-z][a-z0-9]{1,11}";
  private static final String NAME = "[a-z]([a-z0-9-]{0,30}[a-z0-9])?";
  private static final String REGION = "[a-z]+-[a-z]+[0-9]";
  private static final String ADDRESSES = "\\d{1,3}(\\.\\d{1,3}){3}/\\d{1,2}";
  private static final String EMAIL = "[^@\\s]+@[^@\\s]+\\.[^@\\s]+";

  private final Configuration configuration;
  private final List<String> problems;

  private SettingsReader(Configuration configuration) {
    this.configuration = configuration;
    this.problems = configuration.problems();
  }

  /**
   * Reads all of it.
   *
   * @throws InvalidSettingsException with every problem, if there is one
   */
  static Settings read(String stack, Configuration configuration) {
    return new SettingsReader(configuration).read(stack);
  }

  private Settings read(String stack) {
    if (!stack.matches(STACK)) {
      problems.add(
          "The stack's name was \"%s\", but must be 2 to 12 small letters and digits, for it is part of every name. For example: pulumi stack init dev"
              .formatted(stack));
    }
    Settings settings =
        new Settings(
            configuration.text("gcp:project", "[a-z][a-z0-9-]{4,28}[a-z0-9]", "my-project"),
            configuration.text("gcp:region", REGION, "europe-west1"),
            stack,
            configuration.flag("protect"),
            database(),
            new Settings.Workers(
                configuration.text("workerMachineType", "[a-z0-9]+(-[a-z0-9]+)+", "n2-standard-2"),
                configuration.number("maxWorkers", 1, 1000)),
            streams(),
            jobs(),
            kubernetes(),
            configuration.texts("alertEmails", EMAIL, "[\"data@example.com\"]"),
            configuration.number("deadLetterDays", 1, 3650));
    checkProtected(settings);
    if (!problems.isEmpty()) {
      throw new InvalidSettingsException(problems);
    }
    return settings;
  }

  private Settings.Database database() {
    return new Settings.Database(
        configuration.text("databaseTier", "db-[a-z0-9-]+", "db-custom-2-8192"),
        configuration.number("databaseDiskGb", 10, 65_536),
        configuration.flag("highlyAvailable"));
  }

  private List<String> streams() {
    List<String> streams = configuration.texts("streams", ".*", "[\"activity.events\"]");
    for (String stream : streams) {
      if (!Datasets.shipped().contains(stream)) {
        configuration.refuse("streams", stream, "shipped datasets", "[\"activity.events\"]");
      }
    }
    return streams;
  }

  /** What nobody is told of goes unseen. */
  private void checkProtected(Settings settings) {
    if (settings.protect() && settings.alertEmails().isEmpty()) {
      configuration.refuse(
          "alertEmails",
          "[]",
          "at least one address where protect is true",
          "[\"data@example.com\"]");
    }
  }

  private List<Settings.Job> jobs() {
    List<Settings.Job> jobs = new ArrayList<>();
    for (JsonNode job : configuration.list("jobs")) {
      String name = job.path("name").asText();
      Map<String, String> parameters = new TreeMap<>();
      job.path("parameters")
          .fields()
          .forEachRemaining(flag -> parameters.put(flag.getKey(), flag.getValue().asText()));
      boolean said = parameters.containsKey("dataset") && parameters.containsKey("source");
      if (!name.matches(NAME) || !said) {
        configuration.refuse(
            "jobs",
            job.toString(),
            "jobs with a name and the parameters dataset and source, at least",
            "[{\"name\": \"events\", \"parameters\": {\"dataset\": \"activity.events\","
                + " \"source\": \"kafka://10.10.0.9:9092/events\"}}]");
      }
      jobs.add(new Settings.Job(name, parameters));
    }
    return jobs;
  }

  private Optional<Settings.Kubernetes> kubernetes() {
    if (!configuration.flag("kubernetes")) {
      return Optional.empty();
    }
    return Optional.of(
        new Settings.Kubernetes(
            configuration.text("kubernetesNamespace", NAME, "pulse"),
            configuration.texts("kubernetesAdmins", ADDRESSES, "[\"203.0.113.0/24\"]")));
  }
}
