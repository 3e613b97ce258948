package org.parley.casefile;

import java.util.List;

/// A case as it is checked: read, with possible mistakes.
///
/// @param result the case, or every fault
/// @param warnings words without a match, and records that do not fit the course of a settlement;
///   none of a case with faults
public record CaseCheck(LoadResult result, List<CaseProblem> warnings) {

  public CaseCheck {
    warnings = List.copyOf(warnings);
  }
}
