package io.cloudpulse.transforms.likelihood;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a model is given, and what it was made of.
 *
 * @param dataset whose records the features are made of
 * @param features in the order in which they are given
 * @param settings what else decides their values, such as {@code sessionGap}
 */
public record FeatureSchema(String dataset, List<Feature> features, Map<String, String> settings)
    implements Serializable {

  public FeatureSchema {
    features = List.copyOf(features);
    settings = new TreeMap<>(settings); // serializable, and written in one order
  }

  /**
   * All that keeps a model that was fitted with these from being given others; empty if nothing.
   */
  public List<String> differences(FeatureSchema given) {
    List<String> differences = new ArrayList<>();
    if (!dataset.equals(given.dataset)) {
      differences.add("it was fitted for %s, not for %s".formatted(dataset, given.dataset));
    }
    differences.addAll(told("it wants %s, which is not there", notIn(given)));
    differences.addAll(told("it does not know %s", given.notIn(this)));
    features.forEach(wanted -> given.otherKind(wanted).ifPresent(differences::add));
    if (differences.isEmpty() && !features.equals(given.features)) {
      differences.add("it wants them in the order " + names() + ", not " + given.names());
    }
    differences.addAll(settingsUnlike(given));
    return differences;
  }

  private List<Feature> notIn(FeatureSchema other) {
    return features.stream().filter(feature -> other.named(feature.name()).isEmpty()).toList();
  }

  private static List<String> told(String words, List<Feature> features) {
    String all = features.stream().map(Feature::toString).collect(Collectors.joining(", "));
    return features.isEmpty() ? List.of() : List.of(words.formatted(all));
  }

  private Optional<String> otherKind(Feature wanted) {
    return named(wanted.name())
        .filter(feature -> feature.kind() != wanted.kind())
        .map(feature -> "it wants %s, not %s".formatted(wanted, feature));
  }

  private Optional<Feature> named(String name) {
    return features.stream().filter(feature -> feature.name().equals(name)).findFirst();
  }

  private List<String> names() {
    return features.stream().map(Feature::name).toList();
  }

  private List<String> settingsUnlike(FeatureSchema given) {
    TreeSet<String> all = new TreeSet<>(settings.keySet());
    all.addAll(given.settings.keySet());
    return all.stream()
        .filter(name -> !String.valueOf(settings.get(name)).equals(given.settings.get(name)))
        .map(
            name ->
                "it was fitted with %s %s, not %s"
                    .formatted(name, settings.get(name), given.settings.get(name)))
        .toList();
  }
}
