package io.cloudpulse.serving.access;

import io.cloudpulse.serving.http.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pulse token}: makes, lists and revokes what opens the API. */
@Command(
    name = "token",
    description = "Makes, lists and revokes the tokens by which the API knows its clients.",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true,
    subcommands = {
      TokenCommand.Create.class,
      TokenCommand.Listing.class,
      TokenCommand.Revoke.class
    })
public final class TokenCommand {
  private TokenCommand() {}

  /** The command line. */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  /** For a program that wants to run it in its own JVM. */
  public static CommandLine commandLine() {
    return new CommandLine(new TokenCommand()).setExecutionExceptionHandler(TokenCommand::tell);
  }

  private static int tell(Exception failure, CommandLine command, CommandLine.ParseResult parsed)
      throws Exception {
    if (failure instanceof IOException) {
      command.getErr().println(failure.getMessage());
      return 5;
    }
    throw failure;
  }

  /** Where they are. */
  static final class File {
    @Option(
        names = "--tokens",
        defaultValue = ".pulse/tokens",
        paramLabel = "FILE",
        description = "Where they are kept.")
    Path path;
  }

  @Command(name = "create", description = "Makes a token and prints it, this once.")
  static final class Create implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private File file;

    @Option(
        names = "--name",
        required = true,
        paramLabel = "NAME",
        description = "Whom it is for: 1 to 64 of A-Z a-z 0-9 . _ -.")
    private String name;

    @Option(
        names = "--role",
        required = true,
        paramLabel = "operator|reader",
        description = "A reader may ask, an operator may also change.")
    private String role;

    @Option(
        names = "--expires",
        defaultValue = "P90D",
        paramLabel = "DURATION",
        description = "After this it opens nothing (default: P90D).")
    private String expires;

    @Override
    public Integer call() throws IOException {
      Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);
      String secret = Token.secret(new SecureRandom());
      Token token = Token.of(checkedName(), checkedRole(), secret, now, end(now));
      new TokenFile(file.path).change(tokens -> with(tokens, token));
      spec.commandLine().getOut().println(secret);
      spec.commandLine()
          .getErr()
          .printf(
              "%s: %s %s's token until %s, shown this once%n",
              name, token.asRole() == Role.OPERATOR ? "an" : "a", role, token.expires());
      return 0;
    }

    private List<Token> with(List<Token> tokens, Token token) {
      if (tokens.stream().anyMatch(other -> other.name().equals(name))) {
        throw wrong(
            "--name was %s, which has a token. Revoke it first, or take another name", name);
      }
      tokens.add(token);
      return tokens;
    }

    private String checkedName() {
      if (!name.matches("[A-Za-z0-9._-]{1,64}")) {
        throw wrong("--name was \"%s\", but must be 1 to 64 of A-Z a-z 0-9 . _ -: --name=ci", name);
      }
      return name;
    }

    private Role checkedRole() {
      return switch (role) {
        case "operator" -> Role.OPERATOR;
        case "reader" -> Role.READER;
        default ->
            throw wrong("--role was %s, but must be operator or reader: --role=reader", role);
      };
    }

    private Instant end(Instant now) {
      Instant end = now.atOffset(ZoneOffset.UTC).plus(length()).toInstant();
      if (!end.isAfter(now)) {
        throw noLength();
      }
      return end;
    }

    private TemporalAmount length() {
      try {
        return expires.contains("T") ? Duration.parse(expires) : Period.parse(expires);
      } catch (DateTimeException wrong) {
        throw noLength();
      }
    }

    private ParameterException noLength() {
      return wrong("--expires was %s, but must be a duration such as P90D or PT1H", expires);
    }

    private ParameterException wrong(String text, String was) {
      return new ParameterException(spec.commandLine(), text.formatted(was));
    }
  }

  @Command(name = "list", description = "Lists them; what they are is not kept.")
  static final class Listing implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private File file;

    @Override
    public Integer call() throws IOException {
      Instant now = Clock.systemUTC().instant();
      for (Token token : new TokenFile(file.path).read()) {
        spec.commandLine()
            .getOut()
            .printf(
                Locale.ROOT,
                "%-20s  %-8s  since %s  %s %s%n",
                token.name(),
                token.role(),
                token.created(),
                token.isExpired(now) ? "expired" : "until",
                token.expires());
      }
      return 0;
    }
  }

  @Command(name = "revoke", description = "Takes a token back; servers that run know at once.")
  static final class Revoke implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private File file;

    @Parameters(paramLabel = "NAME", description = "Whom it was for.")
    private String name;

    @Override
    public Integer call() throws IOException {
      new TokenFile(file.path).change(this::without);
      return 0;
    }

    private List<Token> without(List<Token> tokens) {
      if (!tokens.removeIf(token -> token.name().equals(name))) {
        List<String> names = tokens.stream().map(Token::name).toList();
        throw new ParameterException(
            spec.commandLine(),
            names.isEmpty()
                ? "NAME was %s, but there is no token".formatted(name)
                : "NAME was %s, but must be one of %s".formatted(name, String.join(", ", names)));
      }
      return tokens;
    }
  }
}
