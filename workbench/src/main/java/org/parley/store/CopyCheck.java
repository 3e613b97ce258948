package org.parley.store;

import java.nio.file.Path;

/// Looks at a copy of a journal's file before it counts.
///
/// @param <X> how it says that the copy does not hold
@FunctionalInterface
public interface CopyCheck<X extends Exception> {

  /// Looks at a copy.
  ///
  /// @param stem its path without the ending
  void look(Path stem) throws X;
}
