package org.parley.bargain.robust;

import java.util.ArrayList;
import java.util.List;

/// A range of seeds, each of which is one draw.
///
/// @param first the first seed
/// @param count how many, 1 or more
public record Seeds(long first, long count) {

  public Seeds {
    if (count < 1) {
      throw new IllegalArgumentException(
          "choosing seeds: " + count + " draws are too few. Maybe take 1000.");
    }
  }

  /// Cuts the range into ranges that follow each other.
  ///
  /// @param size how many seeds each has at the most
  List<Seeds> parts(long size) {
    List<Seeds> parts = new ArrayList<>();
    for (long done = 0; done < count; done += size) {
      parts.add(new Seeds(first + done, Math.min(size, count - done)));
    }
    return parts;
  }
}
