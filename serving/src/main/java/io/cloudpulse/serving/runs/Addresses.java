package io.cloudpulse.serving.runs;

import java.util.regex.Pattern;

/** Addresses of sources and sinks, as a reader may see them. */
final class Addresses {
  /** Users, and where passwords are kept. */
  private static final Pattern QUERY = Pattern.compile("(\\w+:[^\\s?,]+)\\?[^\\s,]*");

  private Addresses() {}

  /** A text without what stands behind the question mark of each address in it. */
  static String withoutQuery(String text) {
    return QUERY.matcher(text).replaceAll("$1");
  }
}
