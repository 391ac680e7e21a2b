package io.cloudpulse.pipelines.flags;

import io.cloudpulse.pipelines.local.Scratch;
import io.cloudpulse.schemas.ledger.RunState;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a runner is: the Beam flags it is started with, unless the user says otherwise. The data is
 * in {@code runners-config/<name>/options}, one flag a line.
 */
public record RunnerProfile(String name, List<String> options) {
  /** System property that names the folder {@code runners-config}; the launcher sets it. */
  public static final String FOLDER = "pulse.runners";

  /** Runners with a bundle in this release. */
  public static final List<String> NAMES = List.of("flink", "spark", "direct", "dataflow");

  /** Flags that hold a list: what the user names comes after what the profile does. */
  private static final Set<String> LISTS = Set.of("--experiments", "--dataflowServiceOptions");

  /** True for a runner whose jobs go on without the process that started them. */
  public static boolean isElsewhere(String name) {
    return RunState.isElsewhere(name);
  }

  /** For a batch. */
  public static RunnerProfile named(String name) {
    return new RunnerProfile(name, flags(name, "options"));
  }

  /** For a stream: the same flags, but for those of which {@code streaming} knows better. */
  public static RunnerProfile streaming(String name) {
    return named(name).withStream();
  }

  RunnerProfile withStream() {
    return new RunnerProfile(name, with(flags(name, "streaming")));
  }

  /** For a job on a cluster, rather than in this process: where the runner has both. */
  RunnerProfile onCluster() {
    return withWhatIsSaidOf("cluster");
  }

  /** For a stream as it is to be run: each of its rounds is a batch. */
  RunnerProfile live(StreamSettings stream, SourceAddress source, boolean windows) {
    if (stream.rounds().isPresent()) {
      return this;
    }
    RunnerProfile live = windows ? withStream().withWindows() : withStream();
    return source instanceof SourceAddress.Files ? live.watching() : live;
  }

  /** For a stream with windows: where the runner has something to say of them. */
  public RunnerProfile withWindows() {
    return withWhatIsSaidOf("windows");
  }

  /** For a stream of the files that come into a folder. */
  RunnerProfile watching() {
    return withWhatIsSaidOf("watching");
  }

  private RunnerProfile withWhatIsSaidOf(String file) {
    return file(name, file).isPresent() ? new RunnerProfile(name, with(flags(name, file))) : this;
  }

  private static List<String> flags(String name, String file) {
    return file(name, file)
        .orElseThrow(() -> new IllegalStateException("runner " + name + " has no file " + file))
        .lines()
        .map(String::strip)
        .filter(RunnerProfile::isFlag)
        .toList();
  }

  /**
   * A file of a profile, if it has that: of the folder; where nobody named one, as on a cluster, of
   * the jar that carries the job.
   */
  public static Optional<String> file(String name, String file) {
    Path path = folder(name).resolve(file);
    try {
      if (Files.exists(path)) {
        return Optional.of(Files.readString(path));
      }
      try (InputStream packed =
          RunnerProfile.class.getResourceAsStream("/runners-config/" + name + "/" + file)) {
        return packed == null
            ? Optional.empty()
            : Optional.of(new String(packed.readAllBytes(), StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the profile of runner " + name + " cannot be read", e);
    }
  }

  /**
   * Flags as Beam takes them: {@code ${profile}} in one is this profile's folder, {@code
   * ${scratch}} one for what is of no use after this process.
   */
  public String[] forBeam(List<String> flags) {
    String folder = folder(name).toAbsolutePath().toString();
    return flags.stream()
        .map(flag -> flag.replace("${profile}", folder))
        .map(flag -> flag.replace("${scratch}", Scratch.folder().toString()))
        .toArray(String[]::new);
  }

  private static Path folder(String name) {
    return Path.of(System.getProperty(FOLDER, "runners-config"), name);
  }

  /**
   * The profile's flags and the user's. Where both name one, the user's word holds; lists are
   * joined, for Runner v2 is an experiment, and is not given up by naming another.
   */
  public List<String> with(List<String> flags) {
    Set<String> named = flags.stream().map(RunnerProfile::name).collect(Collectors.toSet());
    return Stream.concat(
            options.stream()
                .filter(option -> !named.contains(name(option)) || LISTS.contains(name(option))),
            flags.stream())
        .toList();
  }

  private static String name(String flag) {
    int value = flag.indexOf('=');
    return value < 0 ? flag : flag.substring(0, value);
  }

  private static boolean isFlag(String line) {
    return !line.isEmpty() && !line.startsWith("#");
  }
}
