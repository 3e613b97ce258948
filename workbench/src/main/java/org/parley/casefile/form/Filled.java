package org.parley.casefile.form;

import java.util.List;
import org.parley.model.CaseRecord;

/// What came of filling in a form.
public sealed interface Filled {

  /// A record.
  record Made(CaseRecord record) implements Filled {}

  /// Not a record yet; every problem, at least one.
  record Faulty(List<FieldProblem> problems) implements Filled {
    public Faulty {
      problems = List.copyOf(problems);
    }
  }
}
