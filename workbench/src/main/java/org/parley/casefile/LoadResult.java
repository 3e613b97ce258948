package org.parley.casefile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.model.Id;
import org.parley.model.cases.Case;

/// The result of loading a case folder: a case, or every fault.
public sealed interface LoadResult {

  /// A case with the locations of its records.
  ///
  /// @param contents the case
  /// @param places the location of each declaration
  /// @param files the files it was read from, in order
  /// @param digests for each file, the SHA-256 of its text in UTF-8, without a byte order mark
  /// @param warnings possible mistakes: words without a match
  record Loaded(
      Case contents,
      Map<String, SourceLocation> places,
      List<String> files,
      Map<String, String> digests,
      List<CaseProblem> warnings)
      implements LoadResult {

    public Loaded {
      warnings = List.copyOf(warnings);
      files = List.copyOf(files);
    }

    /// Whether a file was read with this text.
    public boolean isIn(String file, String text) {
      String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
      return Loader.digest(plain).equals(digests.get(file));
    }

    /// Where the thing with this id is declared.
    public Optional<SourceLocation> placeOf(Id id) {
      return Optional.ofNullable(places.get(id.value()));
    }
  }

  /// The folder does not hold a valid case.
  ///
  /// @param problems every problem found, by file and place; at least one
  /// @param unchecked a sentence for each check that was impossible because of them
  record Rejected(List<CaseProblem> problems, List<String> unchecked) implements LoadResult {
    public Rejected {
      problems = List.copyOf(problems);
      unchecked = List.copyOf(unchecked);
    }
  }
}
