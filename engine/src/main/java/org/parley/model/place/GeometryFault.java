package org.parley.model.place;

import org.parley.model.InvalidValue;

/// The reason why a text is not a geometry. A location is a path in the GeoJSON text:
/// `coordinates[0][3]`.
public sealed interface GeometryFault extends InvalidValue {

  /// Reasons without parameters beyond the text.
  enum Plain implements GeometryFault {
    NO_GEOMETRY,
    UNKNOWN_GEOMETRY,
    SEVERAL_FEATURES
  }

  /// The text is not JSON.
  ///
  /// @param character the first wrong character, from 1
  record BrokenJson(int character) implements GeometryFault {}

  /// A list is missing.
  record NotAList(String at) implements GeometryFault {}

  /// A position is not two or three numbers.
  record NotAPosition(String at) implements GeometryFault {}

  /// A latitude lies beyond a pole.
  ///
  /// @param swapped whether the two numbers are a position in the other order
  record BeyondPole(String at, boolean swapped) implements GeometryFault {}

  /// A longitude lies beyond 180 degrees.
  record BeyondDateLine(String at) implements GeometryFault {}

  /// A line has fewer than two positions.
  record LineTooShort(String at) implements GeometryFault {}

  /// A ring has fewer than four positions, or no area.
  record RingTooSmall(String at) implements GeometryFault {}

  /// A ring does not end where it begins.
  record RingNotClosed(String at) implements GeometryFault {}

  /// A geometry is too large.
  ///
  /// @param most the most positions allowed
  record TooManyPositions(int most) implements GeometryFault {}
}
