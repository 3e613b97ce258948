package org.parley.bargain.worth;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An integer worth known within bounds, both included: `40..60`.
///
/// @param low the lower bound
/// @param high the upper bound
public record WorthRange(long low, long high) {

  private static final Pattern WRITTEN =
      Pattern.compile("([+-]?\\d+)(?:\\s*\\.\\.\\s*([+-]?\\d+))?");

  public WorthRange {
    if (low > high) {
      throw new IllegalArgumentException(
          "setting a range of worths: " + low + " is above " + high + ". Maybe swap them.");
    }
  }

  /// A known worth.
  public static WorthRange of(long worth) {
    return new WorthRange(worth, worth);
  }

  /// Parses `40..60`, or one integer.
  ///
  /// @throws NumberFormatException if it is neither, or too large
  /// @throws IllegalArgumentException if the first number is above the second
  public static WorthRange parse(String written) {
    Matcher parts = WRITTEN.matcher(written.strip());
    if (!parts.matches()) {
      throw new NumberFormatException(
          "reading a worth: \""
              + written
              + "\" is neither a whole number nor a range. Maybe write 50 or 40..60.");
    }
    long low = Long.parseLong(parts.group(1));
    return new WorthRange(low, parts.group(2) == null ? low : Long.parseLong(parts.group(2)));
  }

  /// Whether both bounds are equal.
  public boolean isCertain() {
    return low == high;
  }

  public boolean contains(long worth) {
    return low <= worth && worth <= high;
  }

  /// The middle, halves rounded up.
  public long middle() {
    return Math.ceilDiv(Math.addExact(low, high), 2);
  }

  @Override
  public String toString() {
    return isCertain() ? Long.toString(low) : low + ".." + high;
  }
}
