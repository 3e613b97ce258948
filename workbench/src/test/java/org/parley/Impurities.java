package org.parley;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;
import java.util.TreeSet;

/// Where a class reaches for files, networks, clocks, chance, the machine or a library, so that its
/// answers would depend on more than its arguments. The last bit of `Math.exp` and its like depends
/// on the machine; `StrictMath` is the same on each.
final class Impurities {

  /// The parts of the JDK that compute. All others are refused, libraries too.
  private static final Set<String> PURE =
      Set.of(
          "java.lang",
          "java.lang.annotation",
          "java.lang.invoke",
          "java.lang.reflect",
          "java.lang.runtime",
          "java.math",
          "java.time",
          "java.time.chrono",
          "java.time.format",
          "java.time.temporal",
          "java.time.zone",
          "java.util",
          "java.util.concurrent",
          "java.util.concurrent.atomic",
          "java.util.function",
          "java.util.random",
          "java.util.regex",
          "java.util.stream",
          "org.jspecify.annotations");

  /// Classes that compute, of packages that do more: digests of bytes.
  private static final Set<String> PURE_CLASSES =
      Set.of(
          "java.nio.charset.Charset",
          "java.nio.charset.StandardCharsets",
          "java.security.MessageDigest",
          "java.security.NoSuchAlgorithmException");

  private static final Set<String> IMPURE_CLASSES =
      Set.of(
          "java.lang.Process",
          "java.lang.ProcessBuilder",
          "java.lang.ProcessHandle",
          "java.lang.Runtime",
          "java.time.Clock",
          "java.time.InstantSource",
          "java.util.Scanner",
          "java.util.ServiceLoader",
          "java.util.TimeZone",
          "java.util.Timer",
          "java.util.concurrent.ThreadLocalRandom");

  private static final Set<String> IMPURE_MEMBERS =
      Set.of(
          "java.lang.Math.random",
          "java.lang.StrictMath.random",
          "java.lang.Thread.sleep",
          "java.time.ZoneId.systemDefault",
          "java.util.Locale.getDefault",
          "java.util.UUID.randomUUID",
          "java.util.random.RandomGenerator.getDefault",
          "java.util.random.RandomGenerator.of");

  /// The methods of `Math` that may be off by an ulp or two: each machine has its own intrinsics.
  private static final Set<String> INEXACT_MATH =
      Set.of(
          "acos", "asin", "atan", "atan2", "cbrt", "cos", "cosh", "exp", "expm1", "hypot", "log",
          "log10", "log1p", "pow", "sin", "sinh", "tan", "tanh");

  private Impurities() {}

  /// Each in words that name the line.
  static Set<String> of(JavaClass type) {
    Set<String> found = new TreeSet<>();
    for (Dependency each : type.getDirectDependenciesFromSelf()) {
      JavaClass used = each.getTargetClass().getBaseComponentType();
      boolean isPure =
          used.isPrimitive()
              || used.getPackageName().startsWith("org.parley")
              || PURE_CLASSES.contains(used.getName())
              || (PURE.contains(used.getPackageName())
                  && !IMPURE_CLASSES.contains(outermost(used)));
      if (!isPure) {
        found.add(each.getDescription());
      }
    }
    for (JavaAccess<?> each : type.getAccessesFromSelf()) {
      if (isImpure(each.getTarget())) {
        found.add(each.getDescription());
      }
    }
    return found;
  }

  private static String outermost(JavaClass type) {
    return type.getName().split("\\$", 2)[0];
  }

  private static boolean isImpure(AccessTarget target) {
    String owner = target.getOwner().getName();
    String name = target.getName();
    int arguments =
        target instanceof AccessTarget.CodeUnitAccessTarget unit
            ? unit.getRawParameterTypes().size()
            : 0;
    return IMPURE_MEMBERS.contains(owner + "." + name)
        || (owner.equals("java.lang.Math") && INEXACT_MATH.contains(name))
        || (owner.equals("java.lang.System") && !name.equals("arraycopy"))
        || (owner.startsWith("java.time.") && name.equals("now"))
        // without a seed
        || (owner.endsWith("Random") && name.equals("<init>") && arguments == 0)
        || (owner.equals("java.util.Collections") && name.equals("shuffle") && arguments == 1);
  }
}
