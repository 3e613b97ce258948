package org.parley.reading.source;

import java.util.Locale;

/// The spaces before a line that show how far it is moved in. They tell a paragraph after a list
/// from one of its last item.
final class TextIndent {

  /// Twentieths of a point of one step: a quarter of an inch.
  private static final int STEP = 360;

  private static final int MOST_STEPS = 40;

  private TextIndent() {}

  /// @param items the items of lists that the line stands in
  /// @param twips how far its paragraph is moved in besides
  static String of(int items, int twips) {
    return of(Math.addExact(Math.multiplyExact(items, 2 * STEP), twips));
  }

  static String of(int twips) {
    return "  ".repeat(Math.clamp(Math.round((float) twips / STEP), 0, MOST_STEPS));
  }

  /// The twentieths of a point of a unit.
  static double twips(String unit) {
    return switch (unit.toLowerCase(Locale.ROOT)) {
      case "cm" -> 567;
      case "mm" -> 56.7;
      case "in" -> 1440;
      case "px" -> 15;
      case "em" -> 240;
      case "pc" -> 240;
      default -> 20;
    };
  }
}
