package io.cloudpulse.serving.http;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One thing that is wrong with a request.
 *
 * @param parameter of the path, the query or the headers; null if it is none of them
 * @param field of the body; null if it is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Mistake(String parameter, String field, String given, String allowed, String example) {
  private static final int LONGEST = 100;

  static Mistake inParameter(String name, String given, String allowed, String example) {
    return new Mistake(name, null, shortened(given), allowed, example);
  }

  static Mistake inBody(String field, String given, String allowed, String example) {
    return new Mistake(null, field, shortened(given), allowed, example);
  }

  /** The name of what is wrong. */
  String name() {
    return field == null ? parameter : field;
  }

  static String shortened(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
  }
}
