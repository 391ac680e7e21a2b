package io.cloudpulse.schemas.file;

import io.cloudpulse.schemas.Field;
import io.cloudpulse.schemas.FieldType;
import io.cloudpulse.schemas.expression.Expression;
import io.cloudpulse.schemas.expression.ExpressionCompiler;
import io.cloudpulse.schemas.expression.InvalidExpressionException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Checks the expressions of a file: a rule gives a boolean, a derived field its type. CEL is not
 * loaded for a file that has none.
 */
final class ExpressionChecks {
  private final DeclaredFields declared;
  private final List<Field> fields;
  private Optional<ExpressionCompiler> compiler = Optional.empty();

  private ExpressionChecks(DeclaredFields declared) {
    this.declared = declared;
    this.fields = declared.readable();
  }

  static void check(YamlMapping file, DeclaredFields declared) {
    ExpressionChecks checks = new ExpressionChecks(declared);
    file.get("fields")
        .filter(YamlValue::isMapping)
        .flatMap(YamlValue::mapping)
        .ifPresent(entries -> entries.entries().forEach(checks::field));
    file.get("rules").filter(YamlValue::isList).stream()
        .flatMap(rules -> rules.items().stream())
        .filter(YamlValue::isMapping)
        .forEach(checks::rule);
  }

  private void rule(YamlValue rule) {
    rule.mapping()
        .flatMap(settings -> settings.get("check"))
        .filter(YamlValue::isText)
        .ifPresent(check -> compile(check, FieldType.BOOLEAN));
  }

  private void field(String name, YamlValue value) {
    Optional<Field> field = declared.find(name);
    if (field.flatMap(Field::derive).isEmpty()) {
      return;
    }
    YamlValue derive = value.mapping().flatMap(settings -> settings.get("derive")).orElseThrow();
    compile(derive, field.get().type())
        .ifPresent(
            expression -> expression.fields().forEach(read -> comesBefore(read, name, derive)));
  }

  /** So that one pass over the fields has all that it needs. */
  private void comesBefore(String read, String name, YamlValue derive) {
    List<String> names = fields.stream().map(Field::name).toList();
    boolean derived = declared.find(read).flatMap(Field::derive).isPresent();
    if (derived && names.indexOf(read) >= names.indexOf(name)) {
      derive.problem(
          "reads "
              + (read.equals(name) ? "itself" : read + ", which is derived after it")
              + ". It may read fields that are not derived, and derived ones above it");
    }
  }

  private Optional<Expression> compile(YamlValue value, FieldType result) {
    Optional<String> text = value.text().filter(this::readsOnlyReadable);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(compiler().compile(text.get(), result));
    } catch (InvalidExpressionException e) {
      value.problem(
          "cannot be used: " + e.getMessage() + " (column " + e.column() + " of the expression)");
      return Optional.empty();
    }
  }

  private ExpressionCompiler compiler() {
    if (compiler.isEmpty()) {
      compiler = Optional.of(ExpressionCompiler.over(fields));
    }
    return compiler.get();
  }

  /** The mistake in a field is told; that expressions cannot read it follows from that. */
  private boolean readsOnlyReadable(String expression) {
    return declared.areKnown()
        && declared.unreadable().stream()
            .noneMatch(
                name ->
                    Pattern.compile("\\b" + Pattern.quote(name) + "\\b")
                        .matcher(expression)
                        .find());
  }
}
