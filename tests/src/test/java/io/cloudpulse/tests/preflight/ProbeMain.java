package io.cloudpulse.tests.preflight;

import io.cloudpulse.pipelines.preflight.Mode;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Runs probes in a JVM of their own, for a runner whose libraries cannot live beside those of the
 * others: {@code --runner=R --mode=batch|streaming [--probe=NAME]}. A line for each: name, mode,
 * outcome.
 */
public final class ProbeMain {
  private ProbeMain() {}

  /** Prints to the process's standard output; its exit code is 0 whatever the outcomes. */
  public static void main(String[] args) {
    Mode mode = Mode.valueOf(flag(args, "mode").toUpperCase(Locale.ROOT));
    String wanted = flag(args, "probe");
    Probes.all().stream()
        .filter(probe -> wanted.isEmpty() || probe.name().equals(wanted))
        .filter(probe -> probe.expected().containsKey(mode))
        .forEach(probe -> print(probe, mode, ProbeRun.of(probe, flag(args, "runner"), mode)));
    Runtime.getRuntime().halt(0);
  }

  private static void print(Probe probe, Mode mode, String outcome) {
    String line = outcome.replaceAll("\\s+", " ");
    System.out.println("PROBE\t" + probe.name() + "\t" + mode.word() + "\t" + line);
    System.out.flush();
  }

  private static String flag(String[] args, String name) {
    return Stream.of(args)
        .filter(arg -> arg.startsWith("--" + name + "="))
        .map(arg -> arg.substring(arg.indexOf('=') + 1))
        .findFirst()
        .orElse("");
  }
}
