package org.parley.exact;

/// A listener for the progress of a long search.
///
/// Called on the searching thread, at most every few thousand steps.
@FunctionalInterface
public interface ProgressListener {

  /// Receives the progress of the search.
  ///
  /// @param stage the current stage
  /// @param done the work done
  /// @param total all the work; 0 if unknown
  void at(Stage stage, long done, long total);
}
