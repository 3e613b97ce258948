package org.parley.model.guarantee;

import org.parley.model.Id;
import org.parley.model.RecordSubject;

/// The id of a [CoverageQuestion].
public record CoverageQuestionId(String value) implements Id, RecordSubject {

  public CoverageQuestionId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
