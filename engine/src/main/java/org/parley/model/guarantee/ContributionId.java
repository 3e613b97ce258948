package org.parley.model.guarantee;

import org.parley.model.Id;
import org.parley.model.RecordSubject;

/// The id of a [Contribution].
public record ContributionId(String value) implements Id, RecordSubject {

  public ContributionId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
