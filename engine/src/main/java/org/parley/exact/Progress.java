package org.parley.exact;

/// Told from time to time how far a long search has come.
///
/// Called on the thread that searches, at most every few thousand steps.
@FunctionalInterface
public interface Progress {

  /// Takes note of the stage a search has reached.
  ///
  /// @param stage what is being done
  /// @param done how much of it is done
  /// @param total how much there is to do; 0 where that is not known
  void at(Stage stage, long done, long total);
}
