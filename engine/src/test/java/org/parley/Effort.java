package org.parley;

import org.jspecify.annotations.NullMarked;

/// How many cases a law or an oracle tries.
///
/// As a rule some. All of them with `-Dparley.effort=long`, which the long check and mutation
/// testing set.
@NullMarked
public final class Effort {

  private static final boolean IS_LONG = "long".equals(System.getProperty("parley.effort"));

  private Effort() {}

  /// Whether everything is tried.
  public static boolean isLong() {
    return IS_LONG;
  }

  /// The number of cases, or of what has to be met in them.
  ///
  /// @param quick as a rule
  /// @param all in the long check
  public static int of(int quick, int all) {
    return IS_LONG ? all : quick;
  }
}
