package io.cloudpulse.pipelines;

import java.util.Arrays;
import java.util.stream.Stream;

/**
 * {@code pulse run} for a program that starts jobs by flags alone, as Dataflow does with a
 * template: it names the runner by its class.
 */
public final class RunMain {
  private RunMain() {}

  public static void main(String[] flags) {
    System.exit(Pulse.commandLine().execute(commandOf(flags)));
  }

  /** The flags as {@code pulse} takes them. */
  static String[] commandOf(String[] flags) {
    Stream<String> named =
        Arrays.stream(flags)
            .map(flag -> flag.equals("--runner=DataflowRunner") ? "--runner=dataflow" : flag);
    return Stream.concat(Stream.of("run"), named).toArray(String[]::new);
  }
}
