package io.cloudpulse.schemas.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelMutableAst;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.ast.CelMutableExpr;
import dev.cel.common.ast.CelMutableExpr.CelMutableCall;
import dev.cel.common.navigation.CelNavigableMutableAst;
import dev.cel.common.navigation.CelNavigableMutableExpr;
import java.util.List;

/**
 * Lets {@code x == null ? null : x * 2} pass. CEL wants both branches of one type, and null has a
 * type of its own, so a null branch is read as {@code dyn(null)}, which fits with any.
 */
final class NullBranches {
  private static final String CONDITIONAL = "_?_:_";

  private NullBranches() {}

  static CelAbstractSyntaxTree loosen(CelAbstractSyntaxTree parsed) {
    CelMutableAst ast = CelMutableAst.fromCelAst(parsed);
    List<CelMutableExpr> all =
        CelNavigableMutableAst.fromAst(ast)
            .getRoot()
            .allNodes()
            .map(CelNavigableMutableExpr::expr)
            .toList();
    long last = all.stream().mapToLong(CelMutableExpr::id).max().orElse(0);
    for (CelMutableExpr expr : all) {
      if (expr.getKind() == Kind.CALL && expr.call().function().equals(CONDITIONAL)) {
        last = loosenBranches(expr.call(), last);
      }
    }
    return ast.toParsedAst(true);
  }

  private static long loosenBranches(CelMutableCall conditional, long lastId) {
    long last = lastId;
    for (int i = 1; i <= 2; i++) {
      CelMutableExpr branch = conditional.args().get(i);
      if (isNull(branch)) {
        last++;
        conditional.setArg(i, CelMutableExpr.ofCall(last, CelMutableCall.create("dyn", branch)));
      }
    }
    return last;
  }

  private static boolean isNull(CelMutableExpr expr) {
    return expr.getKind() == Kind.CONSTANT
        && expr.constant().getKind() == CelConstant.Kind.NULL_VALUE;
  }
}
