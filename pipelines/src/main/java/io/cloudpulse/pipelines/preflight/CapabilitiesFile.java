package io.cloudpulse.pipelines.preflight;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads what is said of a runner, and checks that all of it is said, with its proof. */
final class CapabilitiesFile {
  private static final Set<String> KEYS =
      Set.of("runner", "level", "reason", "streams", "because", "otherwise", "capabilities");

  private final List<String> problems = new ArrayList<>();
  private final Map<?, ?> file;

  private CapabilitiesFile(Map<?, ?> file) {
    this.file = file;
  }

  /**
   * Reads the file.
   *
   * @throws IllegalStateException with everything that is wrong with it
   */
  static Capabilities parse(String name, String yaml) {
    CapabilitiesFile file = new CapabilitiesFile(load(name, yaml));
    Capabilities read = file.read();
    if (!file.problems.isEmpty()) {
      throw new IllegalStateException(name + ":\n- " + String.join("\n- ", file.problems));
    }
    return read;
  }

  private static Map<?, ?> load(String name, String yaml) {
    try {
      Object root = new Load(LoadSettings.builder().build()).loadFromString(yaml);
      return root instanceof Map<?, ?> map ? map : Map.of();
    } catch (YamlEngineException e) {
      throw new IllegalStateException(name + " is not YAML: " + e.getMessage(), e);
    }
  }

  private Capabilities read() {
    file.keySet().stream()
        .filter(key -> !KEYS.contains(key))
        .forEach(key -> problems.add(key + " is not known"));
    return new Capabilities(
        text("runner"),
        oneOf(Level.values(), "level", Level.OK),
        text("reason"),
        oneOf(Streams.values(), "streams", Streams.NONE),
        text("because"),
        claims());
  }

  private Map<Capability, Map<Mode, Claim>> claims() {
    Map<?, ?> said = file.get("capabilities") instanceof Map<?, ?> map ? map : Map.of();
    Set<String> known =
        Arrays.stream(Capability.values()).map(Capability::key).collect(Collectors.toSet());
    said.keySet().stream()
        .filter(key -> !known.contains(key))
        .forEach(key -> problems.add("capability " + key + " is not known"));
    Map<?, ?> otherwise = file.get("otherwise") instanceof Map<?, ?> map ? map : Map.of();
    Map<Capability, Map<Mode, Claim>> claims = new EnumMap<>(Capability.class);
    for (Capability capability : Capability.values()) {
      ClaimReader reader = new ClaimReader(capability.key(), otherwise, problems);
      claims.put(capability, reader.read(said.get(capability.key())));
    }
    return claims;
  }

  private String text(String key) {
    if (file.get(key) instanceof String text && !text.isBlank()) {
      return text;
    }
    problems.add(key + " is missing");
    return "";
  }

  private <E extends Enum<E>> E oneOf(E[] values, String key, E otherwise) {
    return EnumText.read(values, file.get(key))
        .orElseGet(
            () -> {
              problems.add(key + " must be one of " + EnumText.all(values));
              return otherwise;
            });
  }
}
