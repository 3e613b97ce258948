package org.parley.casefile.form;

import java.util.List;
import org.parley.model.CaseRecord;

/// What came of filling in a form.
public sealed interface FormOutcome {

  /// A record.
  record Made(CaseRecord record) implements FormOutcome {}

  /// Not a record yet; every problem, at least one.
  record Faulty(List<FieldProblem> problems) implements FormOutcome {
    public Faulty {
      problems = List.copyOf(problems);
    }
  }
}
