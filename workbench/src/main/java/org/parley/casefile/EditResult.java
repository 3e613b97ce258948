package org.parley.casefile;

import java.util.List;

/// The result of an edit of a case on disk.
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

  /// Refused: no file was changed.
  ///
  /// @param problems the reasons, at least one; locations refer to the file after the edit
  record Refused(List<CaseProblem> problems) implements EditResult {
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
