package org.parley.model.cases;

import java.util.List;
import java.util.stream.Collectors;
import org.parley.model.checks.CaseViolation;

/// Records that do not form a case, with every violation.
public final class InvalidCaseException extends IllegalArgumentException {

  private final transient List<CaseViolation> problems;

  public InvalidCaseException(List<CaseViolation> problems) {
    super(
        problems.stream()
            .map(each -> each.rule().code() + ": " + each.value())
            .collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  public List<CaseViolation> problems() {
    return problems;
  }
}
