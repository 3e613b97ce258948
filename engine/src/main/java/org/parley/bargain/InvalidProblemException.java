package org.parley.bargain;

import java.util.List;
import java.util.stream.Collectors;
import org.parley.model.Refusal;

/// Lists every violation that keeps data from being a bargaining problem.
public final class InvalidProblemException extends IllegalArgumentException {

  private final transient List<Refusal> complaints;

  public InvalidProblemException(List<? extends Refusal> complaints) {
    super(complaints.stream().map(Refusal::toString).collect(Collectors.joining(", ")));
    this.complaints = List.copyOf(complaints);
  }

  /// The violations, at least one.
  public List<Refusal> complaints() {
    return complaints;
  }
}
