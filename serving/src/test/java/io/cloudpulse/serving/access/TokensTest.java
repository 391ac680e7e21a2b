package io.cloudpulse.serving.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudpulse.serving.http.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("tokens");
  }

  private String made(String name, Role role, Instant expires) throws IOException {
    String secret = Token.secret(new SecureRandom());
    new TokenFile(file())
        .change(
            tokens -> {
              tokens.add(Token.of(name, role, secret, NOON.minusSeconds(60), expires));
              return tokens;
            });
    return secret;
  }

  @Test
  void knowsThoseThatWereMadeAndNoOthers() throws IOException {
    String reader = made("ann", Role.READER, NOON.plusSeconds(1));
    String operator = made("ci", Role.OPERATOR, NOON.plusSeconds(1));
    Tokens tokens = Tokens.of(file(), CLOCK);

    assertThat(tokens.find(reader)).map(Token::name).contains("ann");
    assertThat(tokens.find(reader)).map(Token::asRole).contains(Role.READER);
    assertThat(tokens.find(operator)).map(Token::asRole).contains(Role.OPERATOR);
    assertThat(tokens.find(reader + "x")).isEmpty();
    assertThat(tokens.find("")).isEmpty();
    assertThat(tokens.find(Token.secret(new SecureRandom()))).isEmpty();
  }

  @Test
  void knowsNoneThatHasExpired() throws IOException {
    String secret = made("ann", Role.READER, NOON);

    assertThat(Tokens.of(file(), CLOCK).find(secret)).isEmpty();
  }

  @Test
  void seesAtOnceWhatIsMadeAndRevoked() throws IOException {
    Tokens tokens = Tokens.of(file(), CLOCK);
    assertThat(tokens.find("pulse_x")).isEmpty();

    String secret = made("ann", Role.READER, NOON.plusSeconds(1));
    assertThat(tokens.find(secret)).isPresent();

    new TokenFile(file()).change(all -> List.of());
    assertThat(tokens.find(secret)).isEmpty();
  }

  /** Two secrets in a file of the same size, changed within a tick of the file system's clock. */
  @Test
  void seesAFileThatLooksTheSame() throws IOException {
    String first = made("ann", Role.READER, NOON.plusSeconds(1));
    Tokens tokens = Tokens.of(file(), CLOCK);
    assertThat(tokens.find(first)).isPresent();
    var changed = Files.getLastModifiedTime(file());
    long size = Files.size(file());

    new TokenFile(file()).change(all -> new java.util.ArrayList<>());
    String second = made("ann", Role.READER, NOON.plusSeconds(1));
    Path unused = Files.setLastModifiedTime(file(), changed);

    assertThat(Files.size(file())).isEqualTo(size);
    assertThat(tokens.find(first)).isEmpty();
    assertThat(tokens.find(second)).isPresent();
  }

  @Test
  void opensNothingWithAFileThatIsNone() throws IOException {
    String secret = made("ann", Role.READER, NOON.plusSeconds(1));
    Tokens tokens = Tokens.of(file(), CLOCK);

    Files.writeString(file(), "{\"name\": \"ann\"}\n");

    assertThat(tokens.find(secret)).isEmpty();
    assertThatThrownBy(() -> Tokens.of(file(), CLOCK))
        .isInstanceOf(IOException.class)
        .hasMessage(file() + ":1 is no token. ./pulse token create makes them");
  }

  @Test
  void keepsNoSecret() throws IOException {
    String secret = made("ann", Role.READER, NOON.plusSeconds(1));

    assertThat(secret).matches("pulse_[A-Za-z0-9_-]{43}");
    assertThat(Files.readString(file())).doesNotContain(secret.substring(6));
    assertThat(Files.getPosixFilePermissions(file()))
        .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
  }
}
