package io.cloudpulse.schemas.expression;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** CEL's messages in the words of people who do not know its insides. */
final class CelMessage {
  private static final Pattern UNKNOWN = Pattern.compile("undeclared reference to '([^']+)'.*");
  private static final Pattern OVERLOAD =
      Pattern.compile("found no matching overload for '([^']+)' applied to '\\((.*?)\\)' \\(.*");
  private static final Pattern METHOD =
      Pattern.compile(
          "found no matching overload for '([^']+)' applied to '(.+)\\.(\\(.*?\\))' \\(.*");
  private static final Pattern WRAPPER = Pattern.compile("wrapper\\((\\w+)\\)");

  private CelMessage() {}

  static String plain(String message) {
    String oneLine = message.replaceAll("\\s+", " ");
    Matcher unknown = UNKNOWN.matcher(oneLine);
    if (unknown.matches()) {
      return unknown.group(1) + " is no field and no function";
    }
    Matcher overload = OVERLOAD.matcher(oneLine);
    if (overload.matches()) {
      return noOverload(functionName(overload.group(1)), typeName(overload.group(2)));
    }
    Matcher method = METHOD.matcher(oneLine);
    if (method.matches()) {
      return typeName(method.group(2) + " has no " + method.group(1) + method.group(3));
    }
    return oneLine
        .replaceFirst("^Regex validation failed. Reason:", "not a regular expression:")
        .replaceFirst("^token recognition error at: '= .*", "= compares nothing: write ==")
        .replaceFirst("^evaluation error[^:]*(:\\d+)?: ", "")
        .replaceFirst(" expecting \\{.*", "")
        .replace("<EOF>", "end of the expression");
  }

  private static String noOverload(String function, String types) {
    boolean mixed = types.contains("double") && types.contains("int");
    String hint = mixed ? ". Write a whole number as 2.0 to make it a double" : "";
    return function + " does not take (" + types + ")" + hint;
  }

  /** {@code >} for {@code _>_}, and {@code in} for {@code @in}. */
  private static String functionName(String name) {
    return name.matches(".*[A-Za-z].*") ? name.replace("@", "") : name.replace("_", "");
  }

  static String typeName(String type) {
    return WRAPPER
        .matcher(type)
        .replaceAll("$1")
        .replace("google.protobuf.Timestamp", "timestamp")
        .replace("google.protobuf.Duration", "duration");
  }
}
