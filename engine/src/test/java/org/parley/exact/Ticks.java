package org.parley.exact;

/// Counts what instrumented code does: every loop that turns and every method that begins.
public final class Ticks {

  private static long count;
  private static long most;

  private Ticks() {}

  /// Called by instrumented code; on one thread.
  public static void tick() {
    count++;
    if (count > most) {
      most = count;
    }
  }

  /// Begins to count anew.
  static void reset() {
    count = 0;
  }

  /// The most ticks between two resets.
  static long most() {
    return most;
  }

  static void forget() {
    count = 0;
    most = 0;
  }
}
