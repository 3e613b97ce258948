package org.parley.model.checks;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The places from which problems were reported, files and lines on the way to the report, and the
/// codes of the rules that were broken.
public final class Reports {

  private static final String PACKAGE = "org.parley.model.checks";
  private static final Set<String> PLACES = ConcurrentHashMap.newKeySet();
  private static final Set<String> CODES = ConcurrentHashMap.newKeySet();

  private Reports() {}

  /// Called where a problem is reported.
  public static void reported() {
    StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
        .forEach(
            frame -> {
              if (frame.getDeclaringClass().getPackageName().equals(PACKAGE)) {
                PLACES.add(frame.getFileName() + ":" + frame.getLineNumber());
              }
            });
  }

  /// Called where a problem is made.
  public static void broken(Rule rule) {
    CODES.add(rule.code());
  }

  public static Set<String> codes() {
    return Set.copyOf(CODES);
  }

  public static Set<String> places() {
    return Set.copyOf(PLACES);
  }
}
