package io.cloudpulse.pipelines.preflight;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what is said of one capability: a claim for {@code batch} and one for {@code streaming};
 * one for {@code rounds} only where it is not the same as for a batch, which a round is. A mode of
 * which it says nothing is as the file says {@code otherwise}.
 */
final class ClaimReader {
  private static final Set<String> KEYS = Set.of("batch", "streaming", "rounds", "source");
  private static final Set<String> KINDS = Set.of(Claim.TEST, "https://", "docs/");
  private static final Set<String> CLAIM_KEYS = Set.of("level", "reason", "advice", "source");

  private final String capability;
  private final Map<?, ?> otherwise;
  private final List<String> problems;
  private List<String> sources = List.of();

  ClaimReader(String capability, Map<?, ?> otherwise, List<String> problems) {
    this.capability = capability;
    this.otherwise = otherwise;
    this.problems = problems;
  }

  Map<Mode, Claim> read(Object value) {
    if (!(value instanceof Map<?, ?> said)) {
      problems.add("capability " + capability + " is missing");
      return Map.of();
    }
    refuseOthers(said, KEYS, "");
    sources = sources(said.get("source"));
    Map<Mode, Claim> claims = new EnumMap<>(Mode.class);
    claims.put(Mode.BATCH, claim("batch", said.get("batch")));
    claims.put(Mode.STREAMING, claim("streaming", said.get("streaming")));
    claims.put(
        Mode.ROUNDS,
        said.containsKey("rounds") ? claim("rounds", said.get("rounds")) : claims.get(Mode.BATCH));
    return claims;
  }

  private Claim claim(String mode, Object own) {
    Object value = own == null ? otherwise.get(mode) : own;
    Map<?, ?> said = value instanceof Map<?, ?> map ? map : Map.of("level", String.valueOf(value));
    refuseOthers(said, CLAIM_KEYS, "." + mode);
    Optional<Level> level = EnumText.read(Level.values(), said.get("level"));
    if (level.isEmpty()) {
      problem(mode, "must be one of " + EnumText.all(Level.values()));
    }
    boolean isOk = level.filter(Level.OK::equals).isPresent();
    String reason = text(said, mode, "reason", !isOk);
    String advice = text(said, mode, "advice", !isOk);
    List<String> proof = said.containsKey("source") ? sources(said.get("source")) : sources;
    if (proof.isEmpty()) {
      problem(mode, "has no source: test <class>, the address of a page, or a page in docs/");
    }
    return new Claim(level.orElse(Level.REFUSED), reason, advice, proof);
  }

  private String text(Map<?, ?> said, String mode, String key, boolean needed) {
    Object text = said.get(key);
    if (needed && text == null) {
      problem(mode, "is not ok, but has no " + key);
    }
    return text == null ? "" : text.toString();
  }

  private List<String> sources(Object value) {
    List<?> all = value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
    List<String> texts = all.stream().map(Object::toString).toList();
    texts.stream()
        .filter(source -> KINDS.stream().noneMatch(source::startsWith))
        .forEach(source -> problems.add("capability " + capability + ": no source: " + source));
    return texts;
  }

  private void refuseOthers(Map<?, ?> said, Set<String> known, String place) {
    said.keySet().stream()
        .filter(key -> !known.contains(key))
        .forEach(
            key -> problems.add("capability " + capability + place + ": " + key + " is not known"));
  }

  private void problem(String mode, String what) {
    problems.add("capability " + capability + "." + mode + " " + what);
  }
}
