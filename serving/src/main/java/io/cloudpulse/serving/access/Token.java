package io.cloudpulse.serving.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.cloudpulse.serving.http.Role;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;

/**
 * What is kept of a token: enough to know it again, not to make it. Its secret has 256 bits of
 * chance, so that a fast hash is no weakness: there is no list of likely ones to try.
 *
 * @param name of whom it was given to; unique in its file
 * @param salt in Base64
 * @param hash SHA-256 of salt and token, in Base64
 * @param created as an ISO-8601 instant
 * @param expires from when on it opens nothing, as an ISO-8601 instant
 */
@JsonPropertyOrder({"name", "role", "salt", "hash", "created", "expires"})
record Token(
    @JsonProperty(required = true) String name,
    @JsonProperty(required = true) String role,
    @JsonProperty(required = true) String salt,
    @JsonProperty(required = true) String hash,
    @JsonProperty(required = true) String created,
    @JsonProperty(required = true) String expires) {
  /** By which those who search for leaked secrets know it. */
  static final String PREFIX = "pulse_";

  private static final int SECRET_BYTES = 32;
  private static final int SALT_BYTES = 16;

  @JsonCreator
  Token {
    if (role(role) == Role.ANYONE || Instant.parse(expires).isBefore(Instant.EPOCH)) {
      throw new IllegalArgumentException(role + " until " + expires);
    }
  }

  /** A text that nobody can guess. */
  static String secret(SecureRandom random) {
    return PREFIX
        + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(random, SECRET_BYTES));
  }

  static Token of(String name, Role role, String secret, Instant created, Instant expires) {
    String salt = Base64.getEncoder().encodeToString(bytes(new SecureRandom(), SALT_BYTES));
    String hash = Base64.getEncoder().encodeToString(hash(salt, secret));
    String word = role.name().toLowerCase(Locale.ROOT);
    return new Token(name, word, salt, hash, created.toString(), expires.toString());
  }

  private static byte[] bytes(SecureRandom random, int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] hash(String salt, String secret) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(Base64.getDecoder().decode(salt));
      return sha256.digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  /** Whether a text is the token; takes as long for every text of a length. */
  boolean is(String secret) {
    return MessageDigest.isEqual(Base64.getDecoder().decode(hash), hash(salt, secret));
  }

  boolean isExpired(Instant now) {
    return !now.isBefore(Instant.parse(expires));
  }

  Role asRole() {
    return role(role);
  }

  private static Role role(String word) {
    return Role.valueOf(word.toUpperCase(Locale.ROOT));
  }
}
