package org.parley.bargain;

import java.util.List;

/// Says everything that keeps some data from being a bargaining problem.
public final class InvalidProblemException extends IllegalArgumentException {

  private final transient List<String> complaints;

  public InvalidProblemException(List<String> complaints) {
    super(String.join("\n", complaints));
    this.complaints = List.copyOf(complaints);
  }

  /// One sentence for each thing that is wrong, with name, value and advice.
  public List<String> complaints() {
    return complaints;
  }
}
