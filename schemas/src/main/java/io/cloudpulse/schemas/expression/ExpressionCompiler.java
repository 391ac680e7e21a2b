package io.cloudpulse.schemas.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.types.CelType;
import dev.cel.common.types.NullableType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.validator.CelValidatorFactory;
import dev.cel.validator.validators.DurationLiteralValidator;
import dev.cel.validator.validators.RegexLiteralValidator;
import dev.cel.validator.validators.TimestampLiteralValidator;
import io.cloudpulse.schemas.Field;
import io.cloudpulse.schemas.FieldType;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Compiles expressions over the same fields. */
public final class ExpressionCompiler {
  /** With it an int may be compared with a double, as people expect of {@code price > 2}. */
  private static final CelOptions OPTIONS =
      CelOptions.current().enableHeterogeneousNumericComparisons(true).build();

  private static final BookFunctions BOOKS = new BookFunctions();

  private static final CelRuntime RUNTIME =
      CelRuntimeFactory.plannerRuntimeBuilder()
          .setOptions(OPTIONS)
          .addLibraries(CelExtensions.strings(), CelExtensions.math(), CelExtensions.lists())
          .addLibraries(BOOKS)
          .build();

  private final List<Field> fields;
  private final CelCompiler compiler;

  private ExpressionCompiler(List<Field> fields) {
    this.fields = fields;
    CelCompilerBuilder builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addLibraries(CelExtensions.strings(), CelExtensions.math(), CelExtensions.lists())
            .addLibraries(BOOKS);
    fields.forEach(field -> builder.addVar(field.name(), celType(field.type())));
    this.compiler = builder.build();
  }

  /** For expressions that read these fields; records have their values in this order. */
  public static ExpressionCompiler over(List<Field> fields) {
    return new ExpressionCompiler(List.copyOf(fields));
  }

  /** As {@link Expression#compile}. */
  public Expression compile(String cel, FieldType result) {
    CelAbstractSyntaxTree ast = check(NullBranches.loosen(parse(cel)));
    CelType given = ast.getResultType();
    if (!CelResult.mayBe(result, given)) {
      throw new InvalidExpressionException(
          "gives " + CelMessage.typeName(given.name()) + ", but must give " + result, 1);
    }
    return new Expression(fields, cel, result, program(ast));
  }

  private CelAbstractSyntaxTree parse(String cel) {
    return valid(compiler.parse(cel));
  }

  /** A pattern or a time that is none would fail on every record. */
  private CelAbstractSyntaxTree check(CelAbstractSyntaxTree parsed) {
    CelAbstractSyntaxTree checked = valid(compiler.check(parsed));
    return valid(
        CelValidatorFactory.standardCelValidatorBuilder(compiler, RUNTIME)
            .addAstValidators(
                RegexLiteralValidator.INSTANCE,
                TimestampLiteralValidator.INSTANCE,
                DurationLiteralValidator.INSTANCE)
            .build()
            .validate(checked));
  }

  private static CelAbstractSyntaxTree valid(CelValidationResult result) {
    try {
      return result.getAst();
    } catch (CelValidationException e) {
      CelIssue first = e.getErrors().get(0);
      int column = Math.max(0, first.getSourceLocation().getColumn()) + 1;
      throw new InvalidExpressionException(CelMessage.plain(first.getMessage()), column);
    }
  }

  private Expression.Compiled program(CelAbstractSyntaxTree ast) {
    Set<String> read =
        CelNavigableAst.fromAst(ast)
            .getRoot()
            .allNodes()
            .filter(node -> node.getKind() == Kind.IDENT)
            .map(node -> node.expr().ident().name())
            .collect(Collectors.toSet());
    try {
      return new Expression.Compiled(RUNTIME.createProgram(ast), new Variables(fields, read));
    } catch (CelEvaluationException e) {
      throw new InvalidExpressionException(CelMessage.plain(e.getMessage()), 1);
    }
  }

  /** Wrapped types may be null; a timestamp may be so by itself. */
  private static CelType celType(FieldType type) {
    return switch (type.kind()) {
      case STRING, JSON -> NullableType.create(SimpleType.STRING);
      case INT64 -> NullableType.create(SimpleType.INT);
      case DOUBLE, DECIMAL -> NullableType.create(SimpleType.DOUBLE);
      case BOOLEAN -> NullableType.create(SimpleType.BOOL);
      case DATE, TIMESTAMP -> SimpleType.TIMESTAMP;
    };
  }
}
