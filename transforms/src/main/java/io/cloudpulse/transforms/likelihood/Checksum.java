package io.cloudpulse.transforms.likelihood;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 in hexadecimal. */
public final class Checksum {
  private final MessageDigest sha256;

  public Checksum() {
    try {
      this.sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  public static String of(byte[] bytes) {
    return new Checksum().add(bytes).hex();
  }

  public Checksum add(byte[] bytes) {
    sha256.update(bytes);
    return this;
  }

  /** Of all that was added; it starts anew. */
  public String hex() {
    return HexFormat.of().formatHex(sha256.digest());
  }
}
