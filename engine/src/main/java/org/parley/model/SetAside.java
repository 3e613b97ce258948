package org.parley.model;

import java.util.List;
import org.parley.model.checks.CaseViolation;

/// A hidden record that does not fit what others, who cannot see it, have on record. It is kept and
/// counts for nothing until it is corrected.
///
/// @param record the record
/// @param problems why it does not fit, as far as those may know who see it; each as of record 0
public record SetAside(CaseRecord record, List<CaseViolation> problems) {
  public SetAside {
    problems = List.copyOf(problems);
  }
}
