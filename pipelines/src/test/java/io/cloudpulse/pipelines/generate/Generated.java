package io.cloudpulse.pipelines.generate;

import io.cloudpulse.schemas.Dataset;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** A generated file in memory. */
record Generated(Recipe recipe, String latin, Expected expected) {
  static Generated from(Recipe recipe) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      Expected expected = Generator.of(recipe).writeTo(out);
      return new Generated(recipe, out.toString(StandardCharsets.ISO_8859_1), expected);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Five in a hundred bad, five in a hundred repeated. */
  static Generated dirty(Dataset dataset, long rows) {
    return from(new Recipe(dataset, dataset.layouts().get(0), rows, 42, 0.05, 0.05));
  }

  static Generated clean(Dataset dataset, long rows) {
    return from(new Recipe(dataset, dataset.layouts().get(0), rows, 42, 0, 0));
  }

  byte[] bytes() {
    return latin.getBytes(StandardCharsets.ISO_8859_1);
  }

  String sha256() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Without the line break at the end of the file. */
  List<String> lines() {
    return Arrays.asList(latin.substring(0, latin.length() - 1).split("\n", -1));
  }
}
