package io.cloudpulse.transforms;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names a dead letter by what it is, so that a retry or a replay finds the same one. */
public final class DeadLetterId {
  private static final int BYTES = 16;

  private DeadLetterId() {}

  /** 32 hexadecimal digits over everything given. */
  public static String of(
      String dataset, String step, String source, long offset, byte[] original) {
    MessageDigest digest = sha256();
    for (String part : new String[] {dataset, step, source, Long.toString(offset)}) {
      digest.update(part.getBytes(UTF_8));
      digest.update((byte) 0);
    }
    digest.update(original);
    return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every Java has SHA-256", impossible);
    }
  }
}
