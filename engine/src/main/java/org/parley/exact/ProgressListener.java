package org.parley.exact;

/// A listener for the progress of a long search.
///
/// Called on the searching thread, at most every few thousand steps.
@FunctionalInterface
public interface ProgressListener {

  /// Takes note of the stage a search has reached.
  ///
  /// @param stage what is being done
  /// @param done how much of it is done
  /// @param total how much there is to do; 0 where that is not known
  void at(Stage stage, long done, long total);
}
