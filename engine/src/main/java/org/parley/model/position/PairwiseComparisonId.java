package org.parley.model.position;

import org.parley.model.Id;
import org.parley.model.RecordSubject;

/// The id of a [PairwiseComparison].
public record PairwiseComparisonId(String value) implements Id, RecordSubject {

  public PairwiseComparisonId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
