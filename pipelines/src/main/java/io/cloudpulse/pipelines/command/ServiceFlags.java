package io.cloudpulse.pipelines.command;

import io.cloudpulse.pipelines.local.LocalElasticsearch;
import io.cloudpulse.pipelines.local.LocalKafka;
import io.cloudpulse.pipelines.local.LocalPostgres;
import io.cloudpulse.pipelines.local.LocalService;
import io.cloudpulse.pipelines.local.LocalServing;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which local services a command is about. A further service is a line in {@link #all}. */
final class ServiceFlags {
  @Mixin private LocalFlags local;

  @Option(
      names = "--services",
      paramLabel = "NAME[,NAME2]",
      split = ",",
      hideParamSyntax = true,
      description = "Only these of postgres, kafka and elasticsearch (default: all).")
  private List<String> names = List.of();

  /**
   * The same, and, where no names say otherwise, what {@code pulse demo} starts besides: the page.
   *
   * @throws CommandLine.ParameterException with the names that are of no service
   */
  List<LocalService> servicesAndPage(CommandLine command) {
    List<LocalService> asked = services(command);
    return names.isEmpty()
        ? Stream.concat(asked.stream(), Stream.of(LocalServing.in(local.folder()))).toList()
        : asked;
  }

  /**
   * Those asked for, in the order in which they are always shown.
   *
   * @throws CommandLine.ParameterException with the names that are of no service
   */
  List<LocalService> services(CommandLine command) {
    List<LocalService> all = all();
    List<String> known = all.stream().map(LocalService::name).toList();
    List<String> unknown = names.stream().filter(name -> !known.contains(name)).toList();
    FlagProblems problems = new FlagProblems();
    if (!unknown.isEmpty()) {
      problems.refuse(
          "services",
          String.join(",", names),
          "one or more of " + String.join(", ", known),
          "postgres,kafka");
    }
    problems.throwIfAny(command);
    return all.stream()
        .filter(service -> names.isEmpty() || names.contains(service.name()))
        .toList();
  }

  LocalPostgres postgres() {
    return local.postgres();
  }

  private List<LocalService> all() {
    return List.of(
        local.postgres(), LocalKafka.in(local.folder()), LocalElasticsearch.in(local.folder()));
  }
}
