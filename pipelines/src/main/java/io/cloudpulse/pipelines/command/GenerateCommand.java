package io.cloudpulse.pipelines.command;

import io.cloudpulse.pipelines.flags.ExitCode;
import io.cloudpulse.pipelines.flags.SourceAddress;
import io.cloudpulse.pipelines.generate.Expected;
import io.cloudpulse.pipelines.generate.GeneratedFile;
import io.cloudpulse.pipelines.generate.GeneratedTopic;
import io.cloudpulse.pipelines.generate.Impossible;
import io.cloudpulse.pipelines.generate.Recipe;
import io.cloudpulse.transforms.pubsub.PubsubAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** {@code pulse generate}. */
@Command(
    name = "generate",
    description = "Write seeded data with known dirt, and beside it what a reader must find.",
    mixinStandardHelpOptions = true)
public final class GenerateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private GenerateFlags flags;
  @Unmatched private List<String> unknown = new ArrayList<>();

  @Override
  public Integer call() throws IOException {
    GenerateFlags.Settings settings = flags.settings(unknown, spec.commandLine());
    try {
      if (settings.out().topic().isPresent()) {
        SourceAddress.Topic topic = settings.out().topic().get();
        Recipe recipe = settings.recipe();
        int partitions = settings.out().partitions();
        sent(settings, topic.written(), GeneratedTopic.write(recipe, topic.address(), partitions));
      } else if (settings.out().pubsub().isPresent()) {
        PubsubAddress topic = settings.out().pubsub().get();
        sent(settings, topic.toString(), GeneratedTopic.write(settings.recipe(), topic));
      } else {
        write(settings, settings.out().file().orElseThrow());
      }
      return ExitCode.DONE;
    } catch (Impossible asked) {
      // What was asked for contradicts the dataset: other flags would do.
      throw new ParameterException(spec.commandLine(), asked.getMessage(), asked);
    }
  }

  private void write(GenerateFlags.Settings settings, Path file) throws IOException {
    Expected expected = GeneratedFile.write(settings.recipe(), file);
    if (settings.expected().isPresent()) {
      GeneratedFile.writeExpected(expected, settings.expected().get());
    }
    Path told = settings.expected().orElse(GeneratedFile.expectedBeside(file));
    say(summary(expected, file.toString()) + "; what to expect: " + told);
  }

  /** What a reader needs to know is said where the address is not enough. */
  private void sent(GenerateFlags.Settings settings, String address, Expected expected)
      throws IOException {
    say(summary(expected, address));
    boolean keepsQuery = settings.out().pubsub().isPresent(); // Its endpoint, and its attributes.
    String written = keepsQuery ? address : address.replaceFirst("\\?.*", "");
    String query = GeneratedTopic.query(settings.recipe());
    say("to read them: --source='" + written + joined(written, query) + "'");
    if (settings.expected().isPresent()) {
      GeneratedFile.writeExpected(expected, settings.expected().get());
      say("what to expect: " + settings.expected().get());
    } else {
      say(GeneratedFile.json(expected));
    }
  }

  private static String joined(String address, String query) {
    return address.contains("?") ? query.replaceFirst("^\\?", "&") : query;
  }

  private void say(String line) {
    spec.commandLine().getOut().println(line);
  }

  private static String summary(Expected expected, String where) {
    return String.format(
        Locale.ROOT,
        "%s: %,d records (%,d good, of which %,d repeated, and %,d bad)",
        where,
        expected.records(),
        expected.good(),
        expected.duplicates(),
        expected.bad());
  }
}
