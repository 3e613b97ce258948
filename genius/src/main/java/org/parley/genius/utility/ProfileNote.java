package org.parley.genius.utility;

/// A part of a file that is read in another way than it is written, or not at all.
public sealed interface ProfileNote {

  /// The file.
  String file();

  /// A value of an issue is stated twice; it is one option.
  record ValueTwice(String file, String issue, String value) implements ProfileNote {}

  /// A value is evaluated twice; the last evaluation counts.
  record EvaluationTwice(String file, String issue, String value) implements ProfileNote {}

  /// A value has no evaluation, which counts as 0.
  record NoEvaluation(String file, String issue, String value) implements ProfileNote {}

  /// The profile is marked as uncertain; its utilities are taken as they are.
  record MarkedUncertain(String file) implements ProfileNote {}

  /// The discount over time is not applied.
  ///
  /// @param factor as written
  record NotDiscounted(String file, String factor) implements ProfileNote {}

  /// A constraint of a type that GENIUS does not read does not count.
  ///
  /// @param line its line
  record UnreadConstraint(String file, int line, String type) implements ProfileNote {}

  /// Packages that add up to more than 1 are cut off there.
  record CutOffAtOne(String file) implements ProfileNote {}
}
