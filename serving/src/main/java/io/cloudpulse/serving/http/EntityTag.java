package io.cloudpulse.serving.http;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** Names an answer by what it says, so that one who has it need not be sent it again. */
final class EntityTag {
  private static final int BYTES = 12;

  private EntityTag() {}

  static String of(byte[] body) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
      return '"' + Base64.getUrlEncoder().encodeToString(Arrays.copyOf(digest, BYTES)) + '"';
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  /** Whether a request says, by {@code If-None-Match}, that it has the answer: RFC 9110, 13.1.2. */
  static boolean matches(String header, String tag) {
    return header != null
        && Arrays.stream(header.split(","))
            .map(text -> text.strip().replaceFirst("^W/", ""))
            .anyMatch(text -> text.equals("*") || text.equals(tag));
  }
}
