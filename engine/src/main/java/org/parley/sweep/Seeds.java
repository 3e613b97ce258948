package org.parley.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;

/// A range of seeds, each of which is one draw, run or play.
///
/// @param first the first seed
/// @param count the number of seeds, 1 or more
public record Seeds(long first, long count) {

  public Seeds {
    if (count < 1) {
      throw new IllegalArgumentException(
          "choosing seeds: " + count + " draws are too few. Maybe take 1000.");
    }
  }

  /// The seeds in order, as long as nobody stops the work.
  public LongStream until(BooleanSupplier stop) {
    return LongStream.range(first, first + count).takeWhile(_ -> !stop.getAsBoolean());
  }

  /// Cuts the range into consecutive ranges, in order.
  ///
  /// @param size the most seeds of each
  public List<Seeds> parts(long size) {
    List<Seeds> parts = new ArrayList<>();
    for (long done = 0; done < count; done += size) {
      parts.add(new Seeds(first + done, Math.min(size, count - done)));
    }
    return parts;
  }
}
