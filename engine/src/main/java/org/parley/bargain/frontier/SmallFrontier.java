package org.parley.bargain.frontier;

/// The frontier of a problem small enough for direct merging.
sealed interface SmallFrontier permits DirectFrontier, WideDirectFrontier {

  /// The parties of the vectors, as indices into the problem.
  int[] parties();

  /// The vectors that reach the baselines, in descending order; call once.
  long[][] vectors();
}
