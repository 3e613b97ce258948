package org.parley.model.position;

import org.parley.model.Id;

/// The id of a [PairwiseComparison].
public record PairwiseComparisonId(String value) implements Id {

  public PairwiseComparisonId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
