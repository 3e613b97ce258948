package org.parley.model.guarantee;

import org.parley.model.Id;

/// The id of a [CoverageQuestion].
public record CoverageQuestionId(String value) implements Id {

  public CoverageQuestionId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
