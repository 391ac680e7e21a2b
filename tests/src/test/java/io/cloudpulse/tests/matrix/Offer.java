package io.cloudpulse.tests.matrix;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An input where a source has it.
 *
 * @param address as {@code --source} takes it, for a run of a name
 * @param asOf whether a run is told when the records were true, for they do not say
 * @param versions which each row must have where the place of its last record tells, by the text of
 *     the record's first field
 */
@SuppressWarnings("checkstyle:ParameterNumber")
record Offer(
    Input input,
    Source source,
    UnaryOperator<String> address,
    boolean asOf,
    Map<String, Long> versions) {

  /** Up to its quote if it has one, else up to the comma. */
  static String first(String line) {
    return line.startsWith("\"") ? line.split("\"", 3)[1] : line.split(",", 2)[0];
  }

  /** The flags that say what is moved, but for its source. */
  List<String> flags() {
    Stream<String> asked = Stream.of("--dataset=" + input.dataset().name());
    Stream<String> told = asOf ? Stream.of("--asOf=" + Inputs.AS_OF) : Stream.empty();
    return Stream.of(asked, told, input.flags().stream())
        .flatMap(flags -> flags)
        .collect(Collectors.toList());
  }
}
