package org.parley.model.guarantee;

import org.parley.model.Id;

/// The id of a [Contribution].
public record ContributionId(String value) implements Id {

  public ContributionId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
