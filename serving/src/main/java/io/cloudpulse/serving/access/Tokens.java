package io.cloudpulse.serving.access;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tokens of a file, as the file is now: one that is made or revoked counts at once. */
public final class Tokens {
  private static final Logger LOG = LoggerFactory.getLogger(Tokens.class);

  private final TokenFile file;
  private final Clock clock;
  private byte[] last = {};
  private List<Token> known = List.of();

  private Tokens(TokenFile file, Clock clock) {
    this.file = file;
    this.clock = clock;
  }

  /**
   * The tokens of a file that may yet have to be made.
   *
   * @throws IOException if it is there, but cannot be read
   */
  public static Tokens of(Path file, Clock clock) throws IOException {
    Tokens tokens = new Tokens(new TokenFile(file), clock);
    List<Token> unused = tokens.file.read();
    return tokens;
  }

  /** The token that a text is; empty if it is none, or one that has expired. */
  Optional<Token> find(String secret) {
    Optional<Token> found = Optional.empty();
    for (Token token : now()) { // all of them: how long it takes tells nothing
      if (token.is(secret)) {
        found = Optional.of(token);
      }
    }
    return found.filter(token -> !token.isExpired(clock.instant()));
  }

  /**
   * Some hundred bytes: what a file looks like from outside does not always tell that it changed.
   */
  private synchronized List<Token> now() {
    try {
      byte[] bytes = file.bytes();
      if (!Arrays.equals(bytes, last)) {
        last = bytes;
        known = List.of(); // a file that cannot be read opens nothing
        known = file.parsed(bytes);
      }
    } catch (IOException failure) {
      LOG.error("tokens cannot be read, so that none is known: {}", failure.getMessage());
      known = List.of();
    }
    return known;
  }
}
