package io.cloudpulse.pipelines.flags;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Flags that a stack of {@code pulumi/} tells: where in Google Cloud its jobs are to run. */
public final class StackFlags {
  private static final String FLAG = "stack-outputs";
  private static final String ALLOWED = "a file of what pulumi stack output --json prints";
  private static final String EXAMPLE = "outputs.json";

  /** Those of a move. */
  static final List<String> OF_A_MOVE = List.of("sink", "ledger", "deadLetters");

  /** Those that only a runner in Google Cloud knows. */
  static final List<String> OF_THE_RUNNER =
      List.of(
          "project",
          "region",
          "tempLocation",
          "stagingLocation",
          "serviceAccount",
          "subnetwork",
          "workerMachineType",
          "maxNumWorkers",
          "labels");

  @Option(
      names = "--" + FLAG,
      paramLabel = "FILE",
      description =
          "What pulumi stack output --json printed: gives the flags that are not given here"
              + " (sink, ledger, deadLetters; on Dataflow also project, region, buckets, network"
              + " and service account).")
  String file;

  /** All that a stack may tell. */
  public static List<String> known() {
    return Stream.of(OF_A_MOVE, OF_THE_RUNNER).flatMap(List::stream).toList();
  }

  /** What the file tells, by flag; nothing if there is none. */
  Map<String, String> read(Problems problems) {
    Map<String, String> flags = new LinkedHashMap<>();
    if (file != null) {
      told(problems)
          .fields()
          .forEachRemaining(
              flag -> {
                if (isGood(flag.getKey(), flag.getValue(), problems)) {
                  flags.put(flag.getKey(), flag.getValue().asText());
                }
              });
    }
    return flags;
  }

  private JsonNode told(Problems problems) {
    JsonNode flags = new ObjectMapper().missingNode();
    try {
      flags = new ObjectMapper().readTree(Path.of(file).toFile()).path("flags");
    } catch (IOException unreadable) {
      // told below: a file that is not there, or no JSON
    }
    if (!flags.isObject()) {
      problems.flag(FLAG, file, ALLOWED + ", with an object \"flags\"", EXAMPLE);
    }
    return flags;
  }

  private boolean isGood(String flag, JsonNode value, Problems problems) {
    if (!known().contains(flag)) {
      problems.flag(
          FLAG,
          file,
          ALLOWED + ", whose flags are " + String.join(", ", known()) + ", but not " + flag,
          EXAMPLE);
      return false;
    }
    if (!value.isTextual() || value.asText().isEmpty()) {
      problems.flag(FLAG, file, ALLOWED + ", where " + flag + " is a text, not " + value, EXAMPLE);
      return false;
    }
    return true;
  }
}
