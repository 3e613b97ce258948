package org.parley.model.checks;

import java.util.List;
import org.parley.model.CaseRecord;

/// A hidden record that does not fit the rest. It is kept without effect until it is corrected.
///
/// @param record the record
/// @param problems the violations, as far as readers of the record may know; each as of record 0
public record SetAside(CaseRecord record, List<CaseViolation> problems) {
  public SetAside {
    problems = List.copyOf(problems);
  }
}
