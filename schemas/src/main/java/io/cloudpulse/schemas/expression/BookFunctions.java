package io.cloudpulse.schemas.expression;

import dev.cel.checker.CelCheckerBuilder;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.NullableType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.values.NullValue;
import dev.cel.compiler.CelCompilerLibrary;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntimeBuilder;
import dev.cel.runtime.CelRuntimeLibrary;
import java.util.Optional;

/** {@code isbn10(string)} and {@code isbn13(string)}: null for null, and for what is no ISBN. */
final class BookFunctions implements CelCompilerLibrary, CelRuntimeLibrary {
  private static final String TEN = "isbn10";
  private static final String THIRTEEN = "isbn13";
  private static final CelType TEXT = NullableType.create(SimpleType.STRING);

  @Override
  public void setCheckerOptions(CelCheckerBuilder checker) {
    checker.addFunctionDeclarations(declaration(TEN), declaration(THIRTEEN));
  }

  /** Bound to any object: CEL's null is no String, and would find no function. */
  @Override
  public void setRuntimeOptions(CelRuntimeBuilder runtime) {
    runtime.addFunctionBindings(
        CelFunctionBinding.fromOverloads(
            TEN,
            CelFunctionBinding.from(
                overload(TEN), Object.class, value -> orNull(text(value).flatMap(Isbn::isbn10)))));
    runtime.addFunctionBindings(
        CelFunctionBinding.fromOverloads(
            THIRTEEN,
            CelFunctionBinding.from(
                overload(THIRTEEN),
                Object.class,
                value -> orNull(text(value).flatMap(Isbn::isbn13)))));
  }

  private static CelFunctionDecl declaration(String name) {
    return CelFunctionDecl.newFunctionDeclaration(
        name, CelOverloadDecl.newGlobalOverload(overload(name), TEXT, TEXT));
  }

  private static Optional<String> text(Object value) {
    return value instanceof String text ? Optional.of(text) : Optional.empty();
  }

  private static Object orNull(Optional<String> isbn) {
    return isbn.isPresent() ? isbn.get() : NullValue.NULL_VALUE;
  }

  private static String overload(String name) {
    return name + "_string";
  }
}
