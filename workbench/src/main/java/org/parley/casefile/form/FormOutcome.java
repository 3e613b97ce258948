package org.parley.casefile.form;

import java.util.List;
import org.parley.model.CaseRecord;

/// The result of filling in a form.
public sealed interface FormOutcome {

  /// A record.
  record Made(CaseRecord record) implements FormOutcome {}

  /// An invalid record, with every fault, at least one.
  record Faulty(List<FieldProblem> problems) implements FormOutcome {
    public Faulty {
      problems = List.copyOf(problems);
    }
  }
}
