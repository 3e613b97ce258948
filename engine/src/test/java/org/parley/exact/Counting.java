package org.parley.exact;

import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Makes code tell [Ticks] of each loop that turns and each method that begins: what a search does
/// between two looks at its stop signal can be counted instead of timed.
final class Counting implements CodeTransform {

  private static final ClassDesc TICKS = ClassDesc.of("org.parley.exact.Ticks");

  private final Set<Label> passed = new HashSet<>();

  private Counting() {}

  static Optional<ClassTransform> of(ClassModel model) {
    return model.thisClass().asSymbol().equals(TICKS)
        ? Optional.empty()
        : Optional.of(
            ClassTransform.transformingMethodBodies(CodeTransform.ofStateful(Counting::new)));
  }

  @Override
  public void atStart(CodeBuilder builder) {
    tick(builder);
  }

  /// Adds a tick before each branch back.
  @Override
  public void accept(CodeBuilder builder, CodeElement element) {
    if (element instanceof LabelTarget target) {
      passed.add(target.label());
    } else if (element instanceof BranchInstruction branch && passed.contains(branch.target())) {
      tick(builder);
    }
    builder.with(element);
  }

  private static void tick(CodeBuilder builder) {
    builder.invokestatic(TICKS, "tick", ConstantDescs.MTD_void);
  }
}
