package org.parley.casefile;

import java.util.List;

/// What came of changing a case on disk.
public sealed interface EditResult {

  /// The files hold the change.
  ///
  /// @param loaded the case as it now is
  /// @param files the files that were written
  record Saved(LoadResult.Loaded loaded, List<String> files) implements EditResult {
    public Saved {
      files = List.copyOf(files);
    }
  }

  /// Nothing was changed.
  ///
  /// @param problems why not, at least one; places in a file mean the file as it would have become
  record Refused(List<CaseProblem> problems) implements EditResult {
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
