package org.parley.model.checks;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The places from which problems were reported: files and lines on the way to the report.
public final class Reports {

  private static final String PACKAGE = "org.parley.model.checks";
  private static final Set<String> PLACES = ConcurrentHashMap.newKeySet();

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

  public static Set<String> places() {
    return Set.copyOf(PLACES);
  }
}
