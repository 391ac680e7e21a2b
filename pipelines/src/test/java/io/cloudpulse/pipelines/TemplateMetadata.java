package io.cloudpulse.pipelines;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What Dataflow shows of the template, and checks before it starts one, made of the flags of {@code
 * pulse run}. Its keys:
 * https://cloud.google.com/dataflow/docs/guides/templates/configuring-flex-templates
 */
final class TemplateMetadata {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Which move it is; {@link io.cloudpulse.pipelines.flags.MoveSettingsReader} misses them. */
  static final List<String> REQUIRED = List.of("--dataset", "--source", "--sink");

  /** Dataflow gives the one itself; the other names a file of the machine that launches. */
  static final Set<String> GIVEN = Set.of("--runner", "--stack-outputs");

  /** What a label of a value means for the value. */
  private static final Map<String, String> REGEXES =
      Map.of(
          "N", "^[0-9]+$",
          "PORT", "^[0-9]{1,5}$",
          "FRACTION", "^(0(\\.[0-9]+)?|1(\\.0+)?)$",
          "DURATION", "^P[0-9DTHMS.]+$",
          "HASH", "^[0-9a-z]+$",
          "NAME", "^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$");

  private TemplateMetadata() {}

  static String of(CommandLine run) {
    ObjectNode all =
        JSON.createObjectNode()
            .put("name", "Cloud Pulse")
            .put("description", String.join(" ", run.getCommandSpec().usageMessage().description()))
            .put("streaming", true)
            .put("supportsAtLeastOnce", true)
            .put("supportsExactlyOnce", true)
            .put("defaultStreamingMode", "EXACTLY_ONCE");
    ArrayNode parameters = all.putArray("parameters");
    run.getCommandSpec().options().stream()
        .filter(flag -> !flag.inherited() && !flag.usageHelp() && !flag.versionHelp())
        .filter(flag -> !GIVEN.contains(flag.longestName()))
        .sorted(
            Comparator.comparing(TemplateMetadata::place).thenComparing(OptionSpec::longestName))
        .map(TemplateMetadata::parameter)
        .forEach(parameters::add);
    parameters.add(image());
    return pretty(all);
  }

  /** What is needed comes first, in the order in which one would say it. */
  private static int place(OptionSpec flag) {
    int place = REQUIRED.indexOf(flag.longestName());
    return place < 0 ? REQUIRED.size() : place;
  }

  private static ObjectNode parameter(OptionSpec flag) {
    ObjectNode parameter =
        named(
                flag.longestName().substring(2),
                String.join(" ", flag.description())
                    .replace(" (default: " + flag.defaultValue() + ")", ""))
            .put("isOptional", !REQUIRED.contains(flag.longestName()));
    String standard = flag.defaultValue();
    if (standard != null && !standard.isEmpty()) {
      parameter.put("defaultValue", standard);
    }
    boolean toggles = flag.arity().max() == 0;
    List<String> values = List.of((toggles ? "true|false" : flag.paramLabel()).split("\\|"));
    if (values.size() > 1) {
      return choice(parameter, values);
    }
    String regex = REGEXES.get(flag.paramLabel());
    if (regex != null) {
      parameter.putArray("regexes").add(regex);
    }
    return parameter.put("paramType", "TEXT");
  }

  private static ObjectNode choice(ObjectNode parameter, List<String> values) {
    ArrayNode options = parameter.put("paramType", "ENUM").putArray("enumOptions");
    values.forEach(value -> options.addObject().put("value", value).put("label", value));
    return parameter;
  }

  /** Of Dataflow's own options the one that is a parameter, and no setting of the environment. */
  private static ObjectNode image() {
    return named("sdkContainerImage", "The image that workers run, in place of Beam's own.")
        .put("isOptional", true)
        .put("paramType", "TEXT");
  }

  private static ObjectNode named(String name, String help) {
    return JSON.createObjectNode()
        .put("name", name)
        .put("label", label(name))
        .put("helpText", help);
  }

  /** {@code maxRefused} as {@code Max refused}. */
  private static String label(String name) {
    String words = name.replaceAll("([A-Z])", " $1").toLowerCase(java.util.Locale.ROOT);
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private static String pretty(ObjectNode all) {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n";
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
