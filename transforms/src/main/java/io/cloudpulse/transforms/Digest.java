package io.cloudpulse.transforms;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;

/** Hashes that are the same on every machine: of a record's values, and of bytes and texts. */
public final class Digest {
  private static final int BYTES = 16;

  private final MessageDigest sha256;

  public Digest() {
    try {
      this.sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  public Digest add(String text) {
    return add(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds the length too, so that "ab", "c" is not "a", "bc". */
  public Digest add(byte[] bytes) {
    add(bytes.length);
    sha256.update(bytes);
    return this;
  }

  public Digest add(long number) {
    sha256.update(ByteBuffer.allocate(Long.BYTES).putLong(0, number));
    return this;
  }

  /** Adds a value of any carrier; null is told from empty. */
  public Digest addValue(Object value) {
    if (value == null) {
      return add(-1L);
    }
    if (value instanceof Double number) {
      return add(Double.doubleToLongBits(number)); // how a double is printed depends on the JDK
    }
    return add(value.toString());
  }

  /** The first 128 bits of SHA-256 in hexadecimal; the digest starts anew. */
  public String hex() {
    return HexFormat.of().formatHex(sha256.digest(), 0, BYTES);
  }

  /** The first 128 bits of SHA-256; the digest starts anew. */
  public byte[] bytes() {
    return Arrays.copyOf(sha256.digest(), BYTES);
  }

  /** A quick hash of a record's values, for ties only. */
  public static long quick(Object[] values, int count) {
    long hash = 0;
    for (int i = 0; i < count; i++) {
      hash = mix(hash ^ number(values[i]));
    }
    return hash;
  }

  private static long number(Object value) {
    if (value == null) {
      return 0x9E3779B97F4A7C15L;
    }
    if (value instanceof Long number) {
      return number;
    }
    if (value instanceof Double number) {
      return Double.doubleToLongBits(number);
    }
    if (value instanceof Instant time) {
      return time.getEpochSecond() * 1_000_003 + time.getNano();
    }
    if (value instanceof LocalDate date) {
      return date.toEpochDay();
    }
    return ofText(value.toString());
  }

  private static long ofText(String text) {
    return text.hashCode() * 0x9E3779B97F4A7C15L + text.length();
  }

  /** SplitMix64's finisher (Steele, Lea, Flood 2014). */
  private static long mix(long number) {
    long z = number + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
